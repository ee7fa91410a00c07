import { callersOf } from '../../model/calls.ts'
import {
  catchesFailures,
  heardWebhook,
  listenersElsewhere,
  listenersTo,
} from '../../model/failure-campaigns.ts'
import type { Rule } from '../rule.ts'

/** Marketo does not retry, and tells nobody. */
export const failuresAreCaught: Rule = {
  id: 'failures-are-caught',
  severity: 'warning',
  category: 'campaign',
  summary: 'a campaign on "Webhook is Called" catches the calls that fail',
  why: `No page names a retry: recovery is left to the trigger "Webhook is Called".
Without such a campaign a failed call is seen by nobody.
A campaign that waits for one status only does not catch the others.
One campaign may catch the failures of every webhook, in any program of the same environment.
Source: Experience League, "Errors" (webhooks).`,
  visit: {
    *deployment(program, { families }) {
      const elsewhere = listenersElsewhere(program, families)
      for (const webhook of program.webhooks) {
        if (callersOf(program, webhook.id.value).length === 0) continue
        const heard = heardWebhook(webhook)
        const listeners = listenersTo(heard.id, program, elsewhere)
        if (listeners.some((campaign) => catchesFailures(campaign, heard))) continue
        yield {
          at: webhook.id.at,
          message: `nobody notices when "${webhook.name.value}" fails`,
          effect: 'leads are lost in silence: Marketo neither retries nor tells anybody',
          related: listeners.map(({ name }) => ({
            at: name.at,
            message: 'this campaign catches only a part',
          })),
          help: 'add a campaign with the trigger "Webhook is Called" that lists the person and sends an alert',
        }
      }
    },
  },
}
