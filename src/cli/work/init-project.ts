import { joinPath } from '../../model/paths.ts'
import { loadWorkspace } from '../../model/load-workspace.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { readPages } from '../read-pages.ts'
import { buildProgram, writeBuilt } from '../run-build.ts'
import { STARTER_FILES } from '../starter-files.ts'
import { VERSION } from '../version.ts'

/** Writes a first project and builds it; refuses to touch a file that is there. */
export async function initProject(folder: string, { host }: CommandContext): Promise<number> {
  const { files, stdout } = host
  const at = (path: string): string => joinPath(folder === '.' ? '' : folder, path)
  const there = Object.keys(STARTER_FILES).find((path) => files.readText(at(path)) !== undefined)
  if (there !== undefined) {
    throw new UsageError(
      `"${at(there)}" is there already; init writes only where nothing is overwritten`,
    )
  }
  for (const [path, content] of Object.entries(STARTER_FILES)) {
    files.writeText(at(path), content.replaceAll('%VERSION%', VERSION))
    stdout.write(`${at(path)}\n`)
  }
  ignoreSite(at('.gitignore'), host)
  const workspace = loadWorkspace(files, at('programs/project.yaml'))
  const pages = await readPages(workspace, files)
  for (const family of workspace.programs) {
    for (const path of writeBuilt(buildProgram(family, { workspace, pages }, files), files))
      stdout.write(`${path}\n`)
  }
  const enter = folder === '.' ? '' : `cd ${folder} && `
  stdout.write(`\nA first project that works. Go on with: ${enter}hookbook check\n`)
  return EXIT.clean
}

/** Built pages are made anew by whoever needs them. A list that is there is added to, and nothing of it is lost. */
function ignoreSite(path: string, { files, stdout }: CommandContext['host']): void {
  const before = files.readText(path) ?? ''
  if (before.split(/\r?\n/).some((line) => IGNORES_SITE.includes(line.trim()))) return
  const lineBreak = before === '' || before.endsWith('\n') ? '' : '\n'
  files.writeText(path, `${before}${lineBreak}/site/\n`)
  stdout.write(`${path}\n`)
}

const IGNORES_SITE = ['site', 'site/', '/site', '/site/']
