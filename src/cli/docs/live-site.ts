import { folderOf } from '../../model/paths.ts'
import { problems } from '../../report/summary.ts'
import type { Report } from '../../report/report.ts'
import { liveScript } from '../../site/live-script.ts'
import { problemPage } from '../../site/problem-page.ts'
import type { SiteAssets } from '../../site/render-site.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { obstacleTo } from '../obstacle-to.ts'
import { openProject } from '../open-project.ts'
import { readPages } from '../read-pages.ts'
import { VERSION } from '../version.ts'
import { makeSite, WHOLE_SITE } from './make-site.ts'
import { readAssets } from './read-assets.ts'

/** The site in memory, at one moment. */
export interface LiveSite {
  /** Changes with every change. */
  readonly build: string
  readonly files: ReadonlyMap<string, string>
  /** In the place of every page, while there are none. */
  readonly problem: string | undefined
  /** What was made, or what is wrong, in a few words. */
  readonly words: string
  /** Files and folders that it was made from. */
  readonly sources: readonly string[]
}

/** Makes the site from what is on the disk now. What is wrong with a definition becomes a page. */
export async function makeLiveSite(build: string, context: CommandContext): Promise<LiveSite> {
  const assets = readAssets(liveScript(build))
  try {
    return await makeFrom({ build, assets }, context)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const problem = problemPage(error.message, assets)
    return { build, files: new Map(), problem, words: error.message, sources: [] }
  }
}

interface Making {
  readonly build: string
  readonly assets: SiteAssets
}

async function makeFrom({ build, assets }: Making, context: CommandContext): Promise<LiveSite> {
  const workspace = openProject(context)
  const input = { workspace, pages: await readPages(workspace, context.host.files) }
  const read = [...workspace.files, ...input.pages.files].map(({ path }) => path)
  const sources = placesToWatch(read, folderOf(workspace.project?.file ?? read[0] ?? ''))
  const obstacle = obstacleTo(input, context.host)
  if (obstacle !== undefined) {
    const problem = problemPage(await reportText(obstacle), assets)
    return { build, files: new Map(), problem, words: problems(obstacle), sources }
  }
  const { files, pages } = makeSite(input, assets, WHOLE_SITE)
  return {
    build,
    files: new Map(files.map(({ path, content }) => [path, content])),
    problem: undefined,
    words: `${pages.length} pages`,
    sources,
  }
}

/** The project's folder, for new files in it, and the folders of what was read elsewhere. */
function placesToWatch(read: readonly string[], project: string): readonly string[] {
  const root = project === '' ? '.' : project
  const elsewhere = read.filter((path) => project !== '' && !path.startsWith(`${project}/`))
  return [...new Set([root, ...elsewhere.map((path) => folderOf(path) || '.')])]
}

async function reportText(report: Omit<Report, 'toolVersion'>): Promise<string> {
  const { pretty } = await import('../../report/formats/pretty.ts')
  return pretty.write({ ...report, toolVersion: VERSION }, { isColored: false, hasCoverage: false })
}
