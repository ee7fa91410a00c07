import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { Program } from '../model/program.ts'

/** What the project, or the program, has settled. */
export function pinnedBy({ pinnedAssumptions }: Pick<Program, 'pinnedAssumptions'>): AssumptionSet {
  return Object.fromEntries(pinnedAssumptions.map(({ id, value }) => [id.value, value.value]))
}
