import { loadWorkspace } from '../model/load-workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { EXIT } from './exit-codes.ts'
import type { Pattern } from './patterns/pattern.ts'
import { patternFiles } from './patterns/pattern-files.ts'
import { readPages } from './read-pages.ts'
import { buildProgram, writeBuilt } from './run-build.ts'

/** Writes a pattern into a project that is there, with overlays for its sandboxes. */
export async function addPattern(
  pattern: Pattern,
  at: (path: string) => string,
  context: CommandContext,
): Promise<number> {
  const { files, stdout } = context.host
  const project = at('programs/project.yaml')
  const before = loadWorkspace(files, project)
  if (before.project === undefined)
    throw new UsageError(`"${project}" could not be read; run: hookbook lint`)
  const sandboxes = before.project.subscriptions.filter(({ stage }) => stage.value === 'sandbox')
  const wanted = patternFiles(
    pattern,
    sandboxes.map(({ id }) => id.value),
  )
  const missing = Object.entries(wanted).filter(([path, text]) => files.readText(at(path)) !== text)
  const other = missing.find(([path]) => files.readText(at(path)) !== undefined)
  if (other !== undefined)
    throw new UsageError(`"${at(other[0])}" is there already, and says something else`)
  if (missing.length === 0) throw new UsageError(`the pattern "${pattern.name}" is there already`)
  writeAll(Object.fromEntries(missing), at, context.host)
  if (!before.project.secrets.some(({ id }) => id.value === SECRET)) {
    stdout.write(
      secretWords(
        project,
        before.project.subscriptions.map(({ id }) => id.value),
      ),
    )
    return EXIT.clean
  }
  await buildAll(project, pattern.name, context)
  stdout.write('\nAdded. Go on with: hookbook check\n')
  return EXIT.clean
}

/** The secret that patterns refer to. */
const SECRET = 'crm-key'

function secretWords(project: string, subscriptions: readonly string[]): string {
  const from = subscriptions.map((id) => `${id}: "env:CRM_KEY_${variableName(id)}"`).join(', ')
  return `
Added, with a reference to a secret that ${project} does not have yet. Add it there, or name
one of yours in the program; then run: hookbook build && hookbook check

secrets:
  ${SECRET}:
    purpose: proves to the endpoint that the call comes from Marketo
    rotateEvery: 90d
    from: {${from}}
`
}

function variableName(subscription: string): string {
  return subscription.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')
}

export function writeAll(
  contents: Readonly<Record<string, string>>,
  at: (path: string) => string,
  { files, stdout }: CommandContext['host'],
): void {
  for (const [path, content] of Object.entries(contents)) {
    files.writeText(at(path), content)
    stdout.write(`${at(path)}\n`)
  }
}

/** Builds one program, or all where none is named. */
export async function buildAll(
  project: string,
  program: string | undefined,
  { host: { files, stdout } }: CommandContext,
): Promise<void> {
  const workspace: Workspace = loadWorkspace(files, project)
  const pages = await readPages(workspace, files)
  for (const family of workspace.programs) {
    if (program !== undefined && family.id !== program) continue
    for (const path of writeBuilt(buildProgram(family, { workspace, pages }, files), files))
      stdout.write(`${path}\n`)
  }
}
