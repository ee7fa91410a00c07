import type { CompiledMapping, CompiledWebhook } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { settleAcceptance } from '../marketo/field-types/settle-acceptance.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { resolvePath } from '../marketo/response-types/resolve-path.ts'
import type { ResponseReading } from '../marketo/response-types/response-type.ts'
import { responseTypeNamed } from '../marketo/response-types/response-types.ts'
import type { MappingEnd } from '../model/mapping-verdict.ts'
import type { Exchange, HttpResponse, MappingResult, Outcome } from './call.ts'

/** An exchange with all that is read from it, read once. */
export interface ExchangeReading {
  readonly outcome: Outcome
  /** The body as text; empty where none has come. */
  readonly text: string
  /** What the Response type makes of the body; undefined without a 2xx that has a body to read. */
  readonly answer: ResponseReading | undefined
}

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
  return readOnce(webhook, exchange, pinnedAssumptions).outcome
}

/** The outcome, and the answer for those who look at more of it than the mappings do. */
export function readOnce(
  webhook: CompiledWebhook,
  exchange: Exchange,
  pinnedAssumptions: AssumptionSet,
): ExchangeReading {
  switch (exchange.status) {
    case 'timed-out':
      return unread({ status: 'timed-out', milliseconds: exchange.milliseconds })
    case 'unreachable':
      return unread({ status: 'unreachable', reason: exchange.reason })
    case 'answered': {
      const { response } = exchange
      const text = bodyText(response)
      const answer = readAnswer(webhook, response, text)
      return { text, answer, outcome: outcomeOf(webhook, response, answer, pinnedAssumptions) }
    }
  }
}

function unread(outcome: Outcome): ExchangeReading {
  return { outcome, text: '', answer: undefined }
}

function readAnswer(
  webhook: CompiledWebhook,
  { status, body }: HttpResponse,
  text: string,
): ResponseReading | undefined {
  if (!isSuccessStatus(status) || body.length === 0) return undefined
  return responseTypeNamed(webhook.responseType).read?.(text)
}

function isSuccessStatus(status: number): boolean {
  return status >= 200 && status <= 299
}

function outcomeOf(
  webhook: CompiledWebhook,
  response: HttpResponse,
  answer: ResponseReading | undefined,
  pinnedAssumptions: AssumptionSet,
): Outcome {
  if (!isSuccessStatus(response.status)) {
    return { status: 'refused', code: response.status, reason: response.reason }
  }
  if (response.body.length === 0) return { status: 'empty-body', code: 1001 }
  if (answer === undefined) return { status: 'written', updates: [] }
  if (answer.status === 'unreadable') return { status: 'unmappable', reason: answer.reason }
  return {
    status: 'written',
    updates: webhook.mappings.map((mapping) => ({
      mapping,
      result: readMapping(mapping, answer.value, pinnedAssumptions),
    })),
  }
}

/** A response's body as text, by the charset of its Content-Type or as UTF-8. */
export function bodyText(response: HttpResponse): string {
  const type = response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  return decoderOf(charset).decode(response.body)
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  if (/^utf-?8$/i.test(charset)) return UTF_8
  try {
    return new TextDecoder(charset, { ignoreBOM: true })
  } catch {
    return UTF_8
  }
}

const LEADS_NOWHERE = 'the path leads nowhere in this response'

/** How a mapping has ended: that nothing was found is told apart from a value of which nobody knows the fate. */
export function mappingEnd(result: MappingResult['result']): MappingEnd {
  const isMissing = result.status === 'unspecified' && result.reason === LEADS_NOWHERE
  return isMissing ? 'missing' : result.status
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
      reason: LEADS_NOWHERE,
      assumption: 'mapping-null',
    }
  }
  const acceptance = fieldTypeNamed(field.type).accepts(resolved.value, field.length)
  return settleAcceptance(acceptance, pinnedAssumptions)
}

/** Whether what was read proves that the endpoint did its work; undefined where the definition does not say how. */
export function provesSuccess(
  webhook: CompiledWebhook,
  { answer }: ExchangeReading,
): boolean | undefined {
  return proofOfSuccess(webhook)(answer)
}

/** The same question made ready for many answers. */
export function proofOfSuccess({
  success,
}: CompiledWebhook): (answer: ResponseReading | undefined) => boolean | undefined {
  if (success === undefined) return () => undefined
  const path = parsePath(success.path.value)
  return (answer) => {
    if (answer?.status !== 'read' || path.status === 'invalid') return false
    const resolved = resolvePath(answer.value, path.segments)
    return resolved.status === 'found' && isSame(resolved.value, success.equals.value)
  }
}

/** By their text, because XML holds nothing else; a list of one is not the value in it. */
function isSame(value: unknown, expected: string | number | boolean): boolean {
  const isScalar =
    typeof value === 'string' || typeof value === 'number' || value === true || value === false
  return isScalar && String(value) === String(expected)
}
