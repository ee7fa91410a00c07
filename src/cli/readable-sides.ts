import type { Diagnostic } from '../diagnostic/finding.ts'
import { isAtLeast } from '../diagnostic/severity.ts'
import { folderOf } from '../model/paths.ts'
import type { NotCompared } from '../report/diff/diff-report.ts'
import { locate, showPlace } from '../report/locate.ts'
import { UsageError } from './command.ts'
import type { Side, Sides } from './open-sides.ts'

/** Errors of what was read all the same: nothing is missing because of them. */
const IN_NO_WAY = new Set(['id-is-folder', 'overlay-has-effect', 'overlay-shared-webhook'])

/**
 * Two ends without the programs that one of them does not read: what is missing there would look as if
 * it had been taken out. Where the project file itself is not read, nothing can be said.
 */
export function readableSides({ base, head }: Sides): Sides & {
  readonly notCompared: readonly NotCompared[]
} {
  const unread = new Map([...unreadPrograms(base), ...unreadPrograms(head)])
  const without = (side: Side): Side => ({
    ...side,
    workspace: {
      ...side.workspace,
      programs: side.workspace.programs.filter(({ id }) => !unread.has(id)),
    },
  })
  const notCompared = [...unread]
    .map(([program, why]) => ({ program, why }))
    .sort((a, b) => (a.program < b.program ? -1 : 1))
  return { base: without(base), head: without(head), notCompared }
}

function unreadPrograms(side: Side): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const { project, diagnostics } = side.workspace
  for (const diagnostic of diagnostics) {
    if (!isAtLeast(diagnostic.severity, 'error') || IN_NO_WAY.has(diagnostic.rule)) continue
    const why = sentence(diagnostic, side)
    if (project === undefined || diagnostic.at.file === project.file) throw new UsageError(why)
    const program = programOf(diagnostic, folderOf(project.file))
    if (program !== undefined && !found.has(program)) found.set(program, why)
  }
  return found
}

function sentence({ at, message }: Diagnostic, { workspace, name }: Side): string {
  return `${name} is not read: ${showPlace(locate(at, workspace.files))}: ${message}`
}

/** The program whose file it is, or names the file; undefined for leads and others that no program is made of. */
function programOf({ at, related = [] }: Diagnostic, root: string): string | undefined {
  const prefix = root === '' ? '' : `${root}/`
  for (const { file } of [at, ...related.map((each) => each.at)]) {
    const [id, ...rest] = file.startsWith(prefix) ? file.slice(prefix.length).split('/') : []
    if (id !== undefined && (rest[0] === 'program.yaml' || rest[0] === 'overlays')) return id
  }
  return undefined
}
