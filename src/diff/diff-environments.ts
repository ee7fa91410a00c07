import type { Workspace } from '../model/workspace.ts'
import type { Change } from './change.ts'
import type { Family } from './comparison.ts'
import { diffProgram } from './diff-program.ts'
import { familiesOf } from './families.ts'
import { joinEnvironments } from './join-environments.ts'
import { orderChanges } from './order-changes.ts'
import { pointAtVariables } from './point-at-variables.ts'
import { wholeEnvironment } from './program/environment.ts'

/** What differs between two environments of the same revision; that they are two is no difference. */
export function diffEnvironments(
  workspace: Workspace,
  from: string,
  to: string,
): readonly Change[] {
  return orderChanges(familiesOf(workspace).flatMap((family) => diffWithin(family, from, to)))
}

function diffWithin({ id, sides }: Family, from: string, to: string): readonly Change[] {
  const sideOf = (environment: string): Family['sides'][number] | undefined =>
    sides.find(({ compiled }) => compiled.program.environment.id.value === environment)
  const [base, head] = [sideOf(from), sideOf(to)]
  if (base === undefined && head === undefined) return []
  if (base === undefined || head === undefined) {
    const side = head ?? base
    const motion = head === undefined ? 'removed' : 'added'
    const environment = head === undefined ? from : to
    const drafts = side === undefined ? [] : [wholeEnvironment(side, motion)]
    return joinEnvironments(
      id,
      drafts.map((draft) => ({ draft, environment })),
    )
  }
  const pair = { base, head }
  const drafts = diffProgram(pair).filter(({ kind }) => kind !== 'environment')
  return joinEnvironments(
    id,
    drafts.map((draft) => ({ draft: pointAtVariables(draft, pair), environment: to })),
  )
}
