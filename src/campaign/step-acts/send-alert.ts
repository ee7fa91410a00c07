import { ownSetting, settledText } from '../setting-text.ts'
import type { StepAct } from '../step-context.ts'

/** Recipients are the owner or "To Other Emails". Source: Experience League, "Send Alert". */
export const sendAlert: StepAct = {
  name: 'Send Alert',
  act: (input) => {
    if (input.owner.settings.length === 0) {
      return { acts: [{ kind: 'did-nothing', step: 'Send Alert' }] }
    }
    const to = ownSetting(input, 'to')
    return {
      acts: [{ kind: 'alerted', to: to === undefined ? undefined : settledText(to, input) }],
    }
  },
}
