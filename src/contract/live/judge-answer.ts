import type { CompiledMapping, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Exchange, HttpResponse, MappingResult } from '../../emulate/call.ts'
import { proofOfSuccess, readOnce } from '../../emulate/read-exchange.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { LIMITS } from '../../marketo/limits.ts'
import { compileSchema } from '../../receiver/json-schema.ts'
import type { SchemaCheck } from '../../receiver/schema-violation.ts'
import type { AnswerFault, AnswerVerdict } from './answer-fault.ts'
import { declaredPointer } from '../../receiver/declared-pointer.ts'
import type { LiveCheckId } from './live-checks.ts'

/** What stays the same for all answers of an endpoint. */
export interface AnswerSubject {
  readonly webhook: CompiledWebhook
  readonly pinned: AssumptionSet
  readonly schema: SchemaCheck | undefined
  /** Undefined where the definition does not say what a success is. */
  readonly isSuccess: ReturnType<typeof proofOfSuccess>
}

export function answerSubject(webhook: CompiledWebhook, pinned: AssumptionSet): AnswerSubject {
  const compiled = webhook.response === undefined ? undefined : compileSchema(webhook.response)
  return {
    webhook,
    pinned,
    schema: compiled?.status === 'compiled' ? compiled.check : undefined,
    isSuccess: proofOfSuccess(webhook),
  }
}

const UNANSWERED: readonly LiveCheckId[] = ['answers-in-time']
const REFUSED: readonly LiveCheckId[] = ['answers-in-time', 'endpoint-accepts']
const PARSED: readonly LiveCheckId[] = [...REFUSED, 'response-parses']
const MATCHED: readonly LiveCheckId[] = [...PARSED, 'response-matches-schema']
const MAPPED: readonly LiveCheckId[] = [...MATCHED, 'mapping-resolves', 'mapped-value-fits-field']
const NO_FAULTS: readonly AnswerFault[] = []

/** Judges what came back for a lead that every static check has passed; the first wrong speaks for what follows from it. */
export function judgeAnswer(subject: AnswerSubject, exchange: Exchange): AnswerVerdict {
  const { webhook, pinned, schema, isSuccess } = subject
  const { outcome, answer } = readOnce(webhook, exchange, pinned)
  const verdict = (
    asked: readonly LiveCheckId[],
    faults: readonly AnswerFault[],
  ): AnswerVerdict => ({ outcome: outcome.status, asked, faults })
  switch (outcome.status) {
    case 'timed-out':
      return verdict(UNANSWERED, [late(webhook)])
    case 'unreachable':
      return verdict(REFUSED, [broken(webhook, outcome.reason)])
    case 'batch-campaign':
      return verdict([], NO_FAULTS)
    case 'refused':
      return verdict(REFUSED, [refused(webhook, outcome.code)])
    case 'empty-body':
      return verdict(PARSED, [empty(webhook)])
    case 'unmappable':
      return verdict(PARSED, [unreadable(webhook)])
    case 'written': {
      if (isSuccess(answer) === false) {
        return verdict(REFUSED, [unproven(webhook)])
      }
      const [violation] = answer?.status === 'read' ? (schema?.(answer.value) ?? []) : []
      if (violation !== undefined) return verdict(MATCHED, [mismatched(webhook, violation)])
      return verdict(MAPPED, mappingFaults(outcome.updates))
    }
  }
}

function late(webhook: CompiledWebhook): AnswerFault {
  return {
    check: 'answers-in-time',
    severity: 'error',
    key: 'late',
    at: webhook.url.text.at,
    message: `the endpoint does not answer within ${LIMITS.timeoutMilliseconds / 1000} seconds`,
    effect: 'Marketo ends the call and writes nothing; the work may have been done all the same',
    help: 'let the endpoint answer at once and do slow work afterwards',
    assumptions: [],
  }
}

function broken(webhook: CompiledWebhook, reason: string): AnswerFault {
  return {
    check: 'endpoint-accepts',
    severity: 'error',
    key: `broken ${reason}`,
    at: webhook.url.text.at,
    message: `the endpoint gives no whole answer: ${reason}`,
    effect: 'Marketo writes nothing',
    help: 'show the curl line to whoever runs the endpoint: it fails on this lead',
    assumptions: [],
  }
}

function refused(webhook: CompiledWebhook, status: number): AnswerFault {
  const { request } = webhook
  const isTheirs = status >= 500
  const isRedirect = status >= 300 && status < 400
  return {
    check: 'endpoint-accepts',
    // Without a schema nobody has promised that the endpoint takes this lead.
    severity: request === undefined && !isTheirs ? 'warning' : 'error',
    key: `status ${status}`,
    at: request?.at ?? webhook.template?.text.at ?? webhook.url.text.at,
    message: `the endpoint answers with status ${status}`,
    effect: isRedirect
      ? 'only a 2xx writes fields; whether Marketo follows a redirect is not documented'
      : 'Marketo writes nothing, and the campaign for failures gets the person',
    help: isTheirs
      ? 'show the curl line to whoever runs the endpoint: it fails on this lead'
      : request === undefined
        ? 'agree with the endpoint what it takes, and write that down as "request"'
        : `the request is one that "${request.path}" allows: let the endpoint take it, or let the schema forbid it`,
    assumptions: [],
  }
}

function empty(webhook: CompiledWebhook): AnswerFault {
  return {
    check: 'response-parses',
    severity: 'error',
    key: 'empty',
    at: webhook.response?.at ?? webhook.at,
    message: 'the endpoint answers without a body',
    effect: 'Marketo records the error 1001 and writes nothing',
    help: 'let the endpoint answer with a body',
    assumptions: [],
  }
}

function unreadable(webhook: CompiledWebhook): AnswerFault {
  return {
    check: 'response-parses',
    severity: 'error',
    key: 'unreadable',
    at: webhook.response?.at ?? webhook.at,
    message: `the answer is not ${webhook.responseType}`,
    effect: 'no mapping can find anything in it',
    help: `let the endpoint answer with ${webhook.responseType}, or correct "responseType"`,
    assumptions: [],
  }
}

function unproven(webhook: CompiledWebhook): AnswerFault {
  const path = webhook.success?.path.value ?? ''
  return {
    check: 'endpoint-accepts',
    severity: webhook.request === undefined ? 'warning' : 'error',
    key: 'unproven',
    at: webhook.success?.path.at ?? webhook.at,
    message: `the endpoint answers with a 2xx in which "${path}" does not stand for success`,
    effect: 'the endpoint has refused the lead, or says success in another way',
    help: `let the endpoint take what the contract allows, or correct "success"`,
    assumptions: [],
  }
}

function mismatched(
  webhook: CompiledWebhook,
  { path, message }: { readonly path: string; readonly message: string },
): AnswerFault {
  const place = declaredPointer(path, webhook.response) || 'the answer'
  return {
    check: 'response-matches-schema',
    severity: 'error',
    key: `schema ${place} ${message}`,
    at: webhook.response?.at ?? webhook.at,
    message: `the answer breaks its schema: ${place} ${message}`,
    effect: 'mappings may find nothing, or something else than what was agreed',
    help: `let the endpoint keep to "${webhook.response?.path ?? ''}", or agree another schema`,
    assumptions: [],
  }
}

function mappingFaults(updates: readonly MappingResult[]): readonly AnswerFault[] {
  const faults = updates.flatMap(({ mapping, result }) => {
    if (result.status === 'written') return []
    const isMissing = result.status === 'unspecified' && result.assumption === 'mapping-null'
    return [isMissing ? unresolved(mapping, result.reason) : misfit(mapping, result)]
  })
  return faults.length === 0 ? NO_FAULTS : faults
}

function unresolved({ path, fieldName }: CompiledMapping, reason: string): AnswerFault {
  return {
    check: 'mapping-resolves',
    severity: 'error',
    key: `unresolved ${path.value}`,
    at: path.at,
    message: `"${path.value}" gives nothing to write: ${reason}`,
    effect: `"${fieldName.value}" is not written, or cleared: no source says which`,
    help: 'correct the path, or let every success hold this member',
    assumptions: [],
  }
}

function misfit(
  { path, fieldName, field }: CompiledMapping,
  result: Exclude<MappingResult['result'], { readonly status: 'written' }>,
): AnswerFault {
  const isOpen = result.status === 'unspecified'
  return {
    check: 'mapped-value-fits-field',
    severity: 'error',
    key: `misfit ${path.value} ${isOpen ? result.assumption : result.reason}`,
    at: field === undefined ? fieldName.at : path.at,
    message: `what "${path.value}" holds does not fit "${fieldName.value}": ${result.reason}`,
    effect: isOpen
      ? 'no source says whether it is written'
      : 'it is not written, and nothing says so',
    help: isOpen
      ? `agree another type or length with the endpoint, or pin "${result.assumption}" with its evidence`
      : 'map onto a field of that type, or agree another type with the endpoint',
    assumptions: isOpen ? [result.assumption] : [],
  }
}

/** An answer for people: its status, kind and size, and nothing of what it says. */
export function describeAnswer(exchange: Exchange): string {
  switch (exchange.status) {
    case 'timed-out':
      return 'no answer'
    case 'unreachable':
      return exchange.reason
    case 'answered': {
      const { status, body } = exchange.response
      return `status ${status}, ${mediaTypeOf(exchange.response)}, ${body.length} bytes`
    }
  }
}

/** Kinds that endpoints usually answer with. */
const MEDIA_TYPES: readonly string[] = [
  'application/json',
  'application/problem+json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'text/html',
  'text/json',
  'text/plain',
  'text/xml',
]

/** Only a kind that is known: a header, and every part of it, can repeat what was sent. */
function mediaTypeOf({ headers }: HttpResponse): string {
  const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const written = value.split(';')[0]?.trim().toLowerCase() ?? ''
  if (written === '') return 'no media type'
  return MEDIA_TYPES.includes(written) ? written : 'an odd media type'
}
