import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { buildRequest } from '../../emulate/build-request.ts'
import { maskedSecret } from '../../emulate/curl-line.ts'
import { fixtureSituation } from '../../emulate/fixture-situation.ts'
import { callEnds } from '../call-ends.ts'
import { endedCall } from '../ended-call.ts'
import { repeatKey } from '../repeat-key.ts'
import { fieldTokens, tokenValues } from '../token-values.ts'
import { ownSetting } from '../setting-text.ts'
import type { StepAct, StepInput, StepResult } from '../step-context.ts'

/**
 * The call of the emulator, with what Marketo reads from its end. Refused in executable campaigns.
 * Sources: Experience League, "Call Webhook", "Execute Campaign", "Errors" (webhooks).
 */
export const callWebhook: StepAct = {
  name: 'Call Webhook',
  act: (input) => {
    const id = ownSetting(input, 'webhook')
    const webhook = input.model.webhooks.get(id ?? '')
    if (id === undefined) return { acts: [{ kind: 'did-nothing', step: 'Call Webhook' }] }
    if (webhook === undefined)
      return { acts: [{ kind: 'not-called', name: id, because: 'there is no such webhook' }] }
    if (input.task.frames.length > 1)
      return {
        acts: [
          {
            kind: 'not-called',
            name: webhook.name,
            because: 'an executed campaign cannot call webhooks',
          },
        ],
      }
    return call(webhook, input)
  },
}

function call(webhook: CompiledWebhook, input: StepInput): StepResult {
  const { assumptions } = input.model
  const built = buildRequest(webhook, situationOf(webhook, input), {
    assumptions,
    secretOf: maskedSecret,
  })
  if (built.status === 'refused')
    return { acts: [{ kind: 'not-called', name: webhook.name, because: built.reason }] }
  const end = input.end ?? usualEnd(webhook)
  const { made, occurrence, writes, isSuccess } = endedCall(webhook, end, assumptions)
  const { request } = built
  return {
    acts: [
      {
        kind: 'called',
        webhook: webhook.id,
        name: webhook.name,
        end,
        isSuccess,
        call: { ...made, request },
        key: repeatKey(webhook, request),
      },
    ],
    occurrences: [occurrence],
    writes,
  }
}

function usualEnd(webhook: CompiledWebhook): ReturnType<typeof callEnds>[number] {
  const [success] = callEnds(webhook)
  if (success === undefined) throw new Error('a call can always go well')
  return success
}

function situationOf(
  webhook: CompiledWebhook,
  { model, state, task }: StepInput,
): ReturnType<typeof fixtureSituation> {
  const values = {
    ...tokenValues(model, { minute: state.minute, trigger: task.trigger }),
    ...fieldTokens(state.person, model),
  }
  return fixtureSituation(webhook, model.compiled.program, values)
}
