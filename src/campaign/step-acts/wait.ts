import { parseWait } from '../../marketo/campaigns/parse-wait.ts'
import { ownSetting } from '../setting-text.ts'
import type { StepAct } from '../step-context.ts'

/** How long a wait until a weekday, a date or a token takes here: some day or other. */
const SOME_DAY = 1440

/** "4 hours" waits; "4 hrs" is ignored. Source: Experience League, "Use a Duration in a Wait Flow Step". */
export const wait: StepAct = {
  name: 'Wait',
  act: (input) => {
    const text = ownSetting(input, 'duration') ?? ''
    const reading = parseWait(text)
    switch (reading.status) {
      case 'duration':
        return { acts: [{ kind: 'waited', minutes: reading.minutes }], wait: reading.minutes }
      case 'other':
        return { acts: [{ kind: 'waited', minutes: SOME_DAY }], wait: SOME_DAY }
      case 'invalid':
        return { acts: [{ kind: 'wait-ignored', text }] }
    }
  },
}
