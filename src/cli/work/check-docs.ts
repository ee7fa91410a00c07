import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import { plural } from '../../report/summary.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { DocsCheckWords } from '../docs/docs-words.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { compareFiles } from '../compare-files.ts'
import { dayToJudgeBy } from '../day-to-judge-by.ts'
import { checkLinks, type LinkGroup } from '../docs/check-links.ts'
import { checkReviews } from '../docs/check-reviews.ts'
import { checkSite } from '../docs/check-site.ts'
import { linkGroups } from '../docs/link-groups.ts'
import { linkedFiles } from '../docs/linked-files.ts'
import { readAssets } from '../docs/read-assets.ts'
import { siteFolder } from '../docs/site-folder.ts'
import { readManifest } from '../docs/site-manifest.ts'
import { obstacleTo } from '../obstacle-to.ts'
import { openProject } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { readPages } from '../read-pages.ts'
import type { BuildInput } from '../run-build.ts'
import { weighed } from '../weighed.ts'

const DEFAULT_FOLDER = 'site'

/** Finds stale pages, reviews that are due and links that lead nowhere. */
export async function checkDocs(words: DocsCheckWords, context: CommandContext): Promise<number> {
  const { files } = context.host
  const today = dayToJudgeBy(words.today, context)
  const workspace = openProject(context)
  const input: BuildInput = { workspace, pages: await readPages(workspace, files) }
  const obstacle = obstacleTo(input, context.host)
  if (obstacle !== undefined) return printReport(obstacle, context)

  const folder = folderToCheck(words, context)
  const generated = compareFiles(input, files)
  const progress = progressLine(context.host, context.options.quiet)
  const site = checkSite(input, { folder, files, assets: readAssets('') }, (page) =>
    progress.show(`rendering ${page}`),
  )
  const markdown = generated.built.flatMap(({ path, expected: text }) =>
    text === undefined ? [] : [{ path, text }],
  )
  const html = site.made.map(({ path, content }) => ({ path: `${folder}/${path}`, text: content }))
  progress.show('following links')
  const around = linkedFiles([...markdown, ...html], files)
  const groups = linkGroups({ workspace, markdown, html, folder }, around, files)
  const found = [
    ...generated.stale,
    ...site.stale,
    ...workspace.programs.flatMap((family) => checkReviews(family, today)),
    ...groups.flatMap((group) => checkLinks(group, around)),
  ]
  progress.done()
  const upToDate = generated.programs.reduce((sum, program) => sum + program.files, 0)
  const checked = [
    `${plural(upToDate, 'generated file')} up to date, ${site.words}`,
    `reviews judged by ${today}, ${plural(countLinks(groups, around), 'link')} followed`,
  ]
  return printReport(
    {
      diagnostics: orderDiagnostics(weighed(found, workspace)),
      results: [],
      files: [...workspace.files, ...input.pages.files, ...sourcesOf(groups)],
      checked: checked.map((text) => ({ text })),
    },
    context,
  )
}

/** Whoever names a folder wants it checked: that nothing is in it is no "all clear". */
function folderToCheck({ out }: DocsCheckWords, { host: { files } }: CommandContext): string {
  const folder = siteFolder(out ?? DEFAULT_FOLDER)
  if (out === undefined || readManifest(folder, files) !== undefined) return folder
  throw new UsageError(
    `no pages were built in "${folder}"; run: hookbook docs build --out ${folder}`,
  )
}

function countLinks(groups: readonly LinkGroup[], around: ReturnType<typeof linkedFiles>): number {
  return groups
    .flatMap(({ documents }) => documents)
    .reduce((sum, { file }) => sum + (around.read(file.path)?.links.length ?? 0), 0)
}

function sourcesOf(groups: readonly LinkGroup[]): readonly SourceFile[] {
  return groups.flatMap(({ documents }) => documents.map(({ file }) => file))
}
