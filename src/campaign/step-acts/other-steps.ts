import { flowStepNamed } from '../../marketo/campaigns/flow-steps.ts'
import { ownSetting } from '../setting-text.ts'
import type { StepAct } from '../step-context.ts'

/** A trigger may hear of it. */
export const interestingMoment: StepAct = {
  name: 'Interesting Moment',
  act: (input) => {
    const type = ownSetting(input, 'type') ?? ''
    return {
      acts: [{ kind: 'did-other', step: 'Interesting Moment', what: type || undefined }],
      occurrences: [{ kind: 'moment', type }],
    }
  },
}

/** Send Email, Create Task and the like; of a step that is in no list nobody knows what it does. */
export const otherStep: StepAct = {
  name: '',
  act: (input) => {
    const name = input.step.step.value
    if (flowStepNamed(name) === undefined) {
      return { acts: [{ kind: 'supposed', doubt: { kind: 'step', name }, isTrue: false }] }
    }
    const what = ownSetting(input, 'email', 'subject', 'owner', 'program', 'partition')
    return { acts: [{ kind: 'did-other', step: name, what }] }
  },
}
