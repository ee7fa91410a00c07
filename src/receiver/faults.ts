import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Outcome } from '../emulate/call.ts'
import { respond, type Answer } from './answer.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { sampleResponse } from './sample-response.ts'
import { setAt } from './set-at.ts'
import { writeBody } from './write-body.ts'

/** Something that real endpoints do, and how Marketo must end such a call. */
export interface Fault {
  readonly id: string
  readonly summary: string
  /** The outcomes that are right; a fault may be none for some webhooks (no mapping, no body read). */
  readonly outcomes: readonly Outcome['status'][]
  /** Whether the answer still says, truthfully, that the work was done. */
  readonly isSuccess: boolean
  readonly answer: (webhook: CompiledWebhook) => Answer
}

/** Faults that spoil the mapped values and leave what proves success alone. */
const KEEPS_SUCCESS: readonly string[] = ['null-values', 'values-as-lists', 'over-long-values']

const STATUSES: readonly number[] = [301, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504]

/** Every fault of the embedded endpoint. */
export const FAULTS: readonly Fault[] = [
  ...STATUSES.map(statusFault),
  bodyFault('empty-200', 'answers 200 without a body', ['empty-body'], () => ''),
  {
    id: 'no-content-204',
    summary: 'answers 204, which has no body',
    isSuccess: false,
    outcomes: ['empty-body'],
    answer: () => ({ ...respond(204, 'text/plain', ''), headers: [] }),
  },
  bodyFault(
    'malformed-body',
    'answers with a body that is not what its type says',
    ['unmappable', 'written'],
    () => '{"status": <oops',
  ),
  bodyFault(
    'truncated-body',
    'answers with a body that ends in the middle',
    ['unmappable', 'written'],
    (body) => body.slice(0, Math.max(1, Math.floor(body.length / 2))),
  ),
  bodyFault(
    'html-instead',
    'answers 200 with the error page of a proxy',
    ['unmappable', 'written'],
    () =>
      '<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Sign in</p></body></html>',
  ),
  bodyFault(
    'byte-order-mark',
    'puts a byte order mark before the body',
    ['written'],
    (body) => `\ufeff${body}`,
  ),
  valueFault('refusal-in-200', 'answers 200 with a refusal', (sample, webhook) => {
    const { success } = webhook
    const path = success === undefined ? undefined : parsePath(success.path.value)
    return path?.status === 'path' ? setAt(sample, path.segments, 'refused') : sample
  }),
  valueFault('null-values', 'answers null in the place of every mapped value', (sample, webhook) =>
    atMappings(sample, webhook, null),
  ),
  valueFault('list-for-object', 'answers with a list where an object is expected', (sample) => [
    sample,
  ]),
  valueFault(
    'values-as-lists',
    'answers with a list in the place of every mapped value',
    (sample, webhook) => atMappings(sample, webhook, [1, 2]),
  ),
  valueFault(
    'over-long-values',
    'answers with texts that are longer than any field',
    (sample, webhook) => atMappings(sample, webhook, 'x'.repeat(40_000)),
  ),
  valueFault('missing-paths', 'answers without the mapped members', () => ({ other: true })),
  {
    id: 'never-answers',
    summary: 'accepts the request and never answers',
    isSuccess: false,
    outcomes: ['timed-out'],
    answer: () => ({ kind: 'hang' }),
  },
  {
    id: 'reset',
    summary: 'closes the connection without an answer',
    isSuccess: false,
    outcomes: ['unreachable'],
    answer: () => ({ kind: 'reset' }),
  },
]

function statusFault(status: number): Fault {
  return {
    id: `status-${status}`,
    summary: `answers with status ${status} and a body that looks like success`,
    outcomes: ['refused'],
    isSuccess: false,
    answer: (webhook) => {
      const { mediaType, body } = writeBody(webhook, sampleResponse(webhook))
      const answer = respond(status, mediaType, body)
      const extra =
        status === 429
          ? [['Retry-After', '1'] as const]
          : status === 301
            ? [['Location', '/'] as const]
            : []
      return { ...answer, headers: [...answer.headers, ...extra] }
    },
  }
}

function bodyFault(
  id: string,
  summary: string,
  outcomes: Fault['outcomes'],
  spoil: (body: string) => string,
): Fault {
  return {
    id,
    summary,
    outcomes,
    isSuccess: id === 'byte-order-mark',
    answer: (webhook) => {
      const { mediaType, body } = writeBody(webhook, sampleResponse(webhook))
      return respond(200, mediaType, spoil(body))
    },
  }
}

function valueFault(
  id: string,
  summary: string,
  spoil: (sample: unknown, webhook: CompiledWebhook) => unknown,
): Fault {
  return {
    id,
    summary,
    outcomes: ['written'],
    isSuccess: KEEPS_SUCCESS.includes(id),
    answer: (webhook) => {
      const { mediaType, body } = writeBody(webhook, spoil(sampleResponse(webhook), webhook))
      return respond(200, mediaType, body)
    },
  }
}

function atMappings(sample: unknown, { mappings }: CompiledWebhook, put: unknown): unknown {
  return mappings.reduce(
    (spoiled, { segments = [] }) =>
      segments.length === 0 ? spoiled : setAt(spoiled, segments, put),
    sample,
  )
}
