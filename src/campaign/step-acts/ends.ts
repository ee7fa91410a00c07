import type { StepAct } from '../step-context.ts'

/** The person leaves this flow; others go on. */
export const removeFromFlow: StepAct = {
  name: 'Remove from Flow',
  act: () => ({ acts: [{ kind: 'removed' }], ends: 'this' }),
}

/** Nothing happens to a person who is not there any more. */
export const deleteLead: StepAct = {
  name: 'Delete Lead',
  act: ({ state }) => ({
    acts: [{ kind: 'deleted' }],
    person: { ...state.person, isDeleted: true },
    ends: 'all',
  }),
}
