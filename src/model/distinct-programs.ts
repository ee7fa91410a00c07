import type { DefinedProgram } from './program.ts'
import type { ProgramFamily } from './workspace.ts'

/** What a program says, each time only once that environments get alike. */
export function distinctPrograms({ deployments }: ProgramFamily): readonly DefinedProgram[] {
  const distinct = new Map(deployments.map(({ merged, program }) => [merged, program]))
  return [...distinct.values()]
}
