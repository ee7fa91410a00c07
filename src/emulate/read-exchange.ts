import type { CompiledMapping, CompiledWebhook } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { Acceptance } from '../marketo/field-types/field-type.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { resolvePath } from '../marketo/response-types/resolve-path.ts'
import { responseTypeNamed } from '../marketo/response-types/response-types.ts'
import type { Exchange, HttpResponse, MappingResult, Outcome } from './call.ts'

/**
 * How Marketo ends a call: only a 2xx with a body writes fields, through the mappings. Where no source
 * says what becomes of a value, and no pinned assumption does, the result says `unspecified`.
 * Sources: Experience League, "Webhooks", "Response Mappings", "Errors" (webhooks).
 */
export function readExchange(
  webhook: CompiledWebhook,
  exchange: Exchange,
  pinnedAssumptions: AssumptionSet,
): Outcome {
  switch (exchange.status) {
    case 'timed-out':
      return { status: 'timed-out', milliseconds: exchange.milliseconds }
    case 'unreachable':
      return { status: 'unreachable', reason: exchange.reason }
    case 'answered':
      return readResponse(webhook, exchange.response, pinnedAssumptions)
  }
}

function readResponse(
  webhook: CompiledWebhook,
  response: HttpResponse,
  pinnedAssumptions: AssumptionSet,
): Outcome {
  if (response.status < 200 || response.status > 299) {
    return { status: 'refused', code: response.status, reason: response.reason }
  }
  if (response.body.length === 0) return { status: 'empty-body', code: 1001 }
  const { read } = responseTypeNamed(webhook.responseType)
  if (read === undefined) return { status: 'written', updates: [] }
  const reading = read(bodyText(response))
  if (reading.status === 'unreadable') return { status: 'unmappable', reason: reading.reason }
  return {
    status: 'written',
    updates: webhook.mappings.map((mapping) => ({
      mapping,
      result: readMapping(mapping, reading.value, pinnedAssumptions),
    })),
  }
}

/** A response's body as text, by the charset of its Content-Type or as UTF-8. */
export function bodyText(response: HttpResponse): string {
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  return decoderOf(charset).decode(response.body)
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { ignoreBOM: true })
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true })
  }
}

function readMapping(
  { segments, field }: CompiledMapping,
  value: unknown,
  pinnedAssumptions: AssumptionSet,
): MappingResult['result'] {
  if (segments === undefined)
    return { status: 'not-written', reason: 'the path cannot be followed' }
  if (field === undefined) return { status: 'not-written', reason: 'there is no such field' }
  const resolved = resolvePath(value, segments)
  if (resolved.status === 'missing') {
    return {
      status: 'unspecified',
      reason: 'the path leads nowhere in this response',
      assumption: 'mapping-null',
    }
  }
  const acceptance = fieldTypeNamed(field.type).accepts(resolved.value, field.length)
  if (acceptance.status !== 'depends') return resultOf(acceptance)
  const { on, reason, outcomes } = acceptance
  const pinned = pinnedAssumptions[on]
  const outcome = pinned === undefined ? undefined : outcomes[pinned]
  return outcome === undefined
    ? { status: 'unspecified', reason, assumption: on }
    : resultOf(outcome)
}

function resultOf(
  acceptance: Exclude<Acceptance, { readonly status: 'depends' }>,
): MappingResult['result'] {
  return acceptance.status === 'written'
    ? { status: 'written', value: acceptance.stored }
    : acceptance
}

/** Whether the response proves that the endpoint did its work; undefined where the definition does not say how. */
export function provesSuccess(webhook: CompiledWebhook, exchange: Exchange): boolean | undefined {
  const { success } = webhook
  if (success === undefined) return undefined
  if (exchange.status !== 'answered') return false
  const { status } = exchange.response
  const { read } = responseTypeNamed(webhook.responseType)
  if (status < 200 || status > 299 || read === undefined) return false
  const reading = read(bodyText(exchange.response))
  const path = parsePath(success.path.value)
  if (reading.status === 'unreadable' || path.status === 'invalid') return false
  const resolved = resolvePath(reading.value, path.segments)
  return resolved.status === 'found' && isSame(resolved.value, success.equals.value)
}

/** By their text, because XML holds nothing else; a list of one is not the value in it. */
function isSame(value: unknown, expected: string | number | boolean): boolean {
  const isScalar =
    typeof value === 'string' || typeof value === 'number' || value === true || value === false
  return isScalar && String(value) === String(expected)
}
