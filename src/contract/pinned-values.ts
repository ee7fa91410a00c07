import type { CompiledProgram } from '../compile/compiled-program.ts'
import { pinnedBy } from '../compile/pinned-by.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'

/** What the project, or the program, has settled. */
export function pinnedValues({ program }: CompiledProgram): AssumptionSet {
  return pinnedBy(program)
}
