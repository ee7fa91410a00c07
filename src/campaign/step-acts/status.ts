import { changeField } from '../change-field.ts'
import { ownSetting } from '../setting-text.ts'
import type { StepAct, StepInput, StepResult } from '../step-context.ts'

/** Makes the person a member with that status. Source: Experience League, "Change Program Status". */
export const changeProgramStatus: StepAct = {
  name: 'Change Program Status',
  act: (input) => move(input, 'program', ownSetting(input, 'status')),
}

export const changeRevenueStage: StepAct = {
  name: 'Change Revenue Stage',
  act: (input) => move(input, 'revenue', ownSetting(input, 'stage')),
}

/** Where a person stands is kept like a field, under the name of the step's setting. */
export const STANDINGS = { program: 'Program Status', revenue: 'Revenue Stage' } as const

function move(
  { state, step }: StepInput,
  name: 'program' | 'revenue',
  to: string | undefined,
): StepResult {
  if (to === undefined) return { acts: [{ kind: 'did-nothing', step: step.step.value }] }
  const { person, act } = changeField(state.person, { field: STANDINGS[name], to, by: 'step' })
  const isChange = act.kind === 'changed'
  return {
    acts: [isChange ? { kind: 'moved', name, to } : act],
    person,
    occurrences: isChange ? [{ kind: 'status', name, to }] : [],
  }
}
