import type { Rule } from '../rule.ts'
import { calledWebhook, changedField } from '../calls.ts'
import { seenTokens } from '../seen-tokens.ts'

/** A value that is set after the call is not in the call. */
export const callAfterEnrichment: Rule = {
  id: 'call-after-enrichment',
  severity: 'warning',
  category: 'campaign',
  summary: 'the call comes after the steps that set what it sends',
  why: `A flow runs from top to bottom.
A field that a later step changes is sent with its old value.`,
  visit: {
    *step(step, { campaign, program, stepIndex }) {
      const webhook = program.webhooks.find(({ id }) => id.value === calledWebhook(step))
      if (webhook === undefined) return
      const sent = new Map(
        seenTokens(webhook, program).map((token) => [
          token.field?.displayName.toLowerCase(),
          token,
        ]),
      )
      for (const later of campaign.flow.slice(stepIndex + 1)) {
        const changed = changedField(later)
        const token = changed === undefined ? undefined : sent.get(changed)
        if (token === undefined || token.kind?.namespace !== 'lead') continue
        yield {
          at: later.step.at,
          message: `"${token.field?.displayName ?? ''}" is changed after the call that sends it`,
          effect: 'the endpoint gets the old value',
          related: [
            { at: step.step.at, message: 'the call' },
            { at: token.at, message: 'the token that sends it' },
          ],
          help: 'move this step before the call',
        }
      }
    },
  },
}
