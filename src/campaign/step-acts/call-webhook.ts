import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { buildRequest } from '../../emulate/build-request.ts'
import type { Call, MappingResult } from '../../emulate/call.ts'
import { endCall } from '../../emulate/call-webhook.ts'
import { maskedSecret } from '../../emulate/curl-line.ts'
import { exchangeOf } from '../../emulate/exchange-of.ts'
import { fixtureSituation } from '../../emulate/fixture-situation.ts'
import { LIMITS } from '../../marketo/limits.ts'
import { callEnds } from '../call-ends.ts'
import { repeatKey } from '../repeat-key.ts'
import { fieldTokens, tokenValues } from '../token-values.ts'
import { ownSetting } from '../setting-text.ts'
import type { PendingWrite, StepAct, StepInput, StepResult } from '../step-context.ts'

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
  const exchange = exchangeOf(end.conduct, { milliseconds: LIMITS.timeoutMilliseconds })
  const made = endCall(webhook, built.request, exchange, { assumptions, pinned: assumptions })
  const key = repeatKey(webhook, built.request)
  return {
    acts: [{ kind: 'called', webhook: webhook.id, name: webhook.name, end, call: made, key }],
    occurrences: [
      {
        kind: 'called',
        webhook: webhook.id,
        response: made.activity.response,
        errorTypes: possibleErrorTypes(made),
      },
    ],
    writes: writesOf(made, assumptions),
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

/** Of a success nothing is said but that it is nothing else: no text, the phrase or the number. Where no status has come, nobody knows. */
function possibleErrorTypes({ outcome, activity, exchange }: Call): readonly string[] | undefined {
  if (exchange?.status !== 'answered') return undefined
  const { status, reason } = exchange.response
  const isNamed = outcome.status === 'refused' || outcome.status === 'empty-body'
  return isNamed ? [activity.errorType] : ['', reason, String(status)]
}

/** Values whose fate no source tells are settled by the world's assumptions. */
function writesOf(
  { outcome }: Call,
  assumptions: Readonly<Record<string, string>>,
): readonly PendingWrite[] {
  if (outcome.status !== 'written') return []
  return outcome.updates.flatMap(({ mapping, result }): readonly PendingWrite[] => {
    const field = mapping.field?.displayName
    const value = writtenValue(result, assumptions)
    return field === undefined || value === undefined
      ? []
      : [{ field, value, at: mapping.fieldName.at }]
  })
}

function writtenValue(
  result: MappingResult['result'],
  assumptions: Readonly<Record<string, string>>,
): PendingWrite['value'] | undefined {
  if (result.status === 'written') return result.value
  const isCleared =
    result.status === 'unspecified' &&
    result.assumption === 'mapping-null' &&
    assumptions['mapping-null'] === 'clears-field'
  return isCleared ? null : undefined
}
