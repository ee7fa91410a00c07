import { UsageError, type CommandContext } from './command.ts'
import { openProject } from './open-project.ts'

/** The program that is named, or the only one; a usage error names those that there are. */
export function programToShow(named: string | undefined, context: CommandContext): string {
  if (named !== undefined) return named
  const ids = openProject(context).programs.map(({ id }) => id)
  const [only, ...others] = ids
  if (only === undefined) throw new UsageError('there is no program; run: hookbook init')
  if (others.length > 0) throw new UsageError(`name the program: ${ids.join(', ')}`)
  return only
}
