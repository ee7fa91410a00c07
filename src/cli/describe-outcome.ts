import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { MappingResult, Outcome } from '../emulate/call.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/**
 * How a real call ended, in words. An endpoint may give back what it was sent, a secret or a lead's data
 * among it: nothing of an answer is shown but what the definition itself says.
 */
export function describeOutcome(outcome: Outcome, webhook: CompiledWebhook): string {
  switch (outcome.status) {
    case 'written':
      return [
        'the endpoint answered; Marketo would write:',
        ...outcome.updates.map((update) => describeUpdate(update, webhook)),
      ].join('\n')
    case 'refused':
      return `the endpoint answered with status ${outcome.code}; Marketo would write nothing`
    case 'empty-body':
      return 'the endpoint answered without a body; Marketo would record the error 1001 and write nothing'
    case 'unmappable':
      return `the answer could not be read: ${withoutNames(outcome.reason)}; Marketo would write nothing`
    case 'timed-out':
      return `no answer within ${LIMITS.timeoutMilliseconds / 1000} seconds; Marketo would give up`
    case 'unreachable':
      return `the endpoint was not reached: ${outcome.reason}`
    case 'batch-campaign':
      return 'a batch campaign calls nothing'
  }
}

function describeUpdate({ mapping, result }: MappingResult, webhook: CompiledWebhook): string {
  const field = mapping.field?.displayName ?? mapping.fieldName.value
  if (result.status === 'written') return `  ${field}: ${describeValue(result.value, webhook)}`
  return `  ${field}: ${result.status === 'unspecified' ? 'nobody knows' : 'not written'} (${result.reason})`
}

/** What the definition names as success is no secret; of anything else, its kind. */
function describeValue(value: TokenValue, { success }: CompiledWebhook): string {
  if (value === null) return 'nothing: the field is cleared'
  if (success !== undefined && String(value) === String(success.equals.value)) {
    return JSON.stringify(value)
  }
  if (typeof value !== 'string') return `a ${typeof value}`
  const { length } = [...value]
  return `a text of ${length} character${length === 1 ? '' : 's'}`
}

/** Why an answer could not be read, without names that stand in it. */
function withoutNames(reason: string): string {
  return reason.replace(/"[^]*"/, '"…"').replace(/:[^]*$/, '')
}
