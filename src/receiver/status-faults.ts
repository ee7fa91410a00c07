import type { Reply } from '../emulate/answer.ts'
import { respond } from './answer.ts'
import type { Fault } from './fault.ts'
import { answerWith, usualAnswer } from './usual-answer.ts'

const STATUSES: readonly number[] = [
  301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 429, 500, 501,
  502, 503, 504,
]

/** Refusals of every kind. Some carry a body that looks like success: only a status of 2xx may count. */
export const STATUS_FAULTS: readonly Fault[] = [
  ...STATUSES.map((status) => refusal(`status-${status}`, `answers with status ${status}`, status)),
  ...[301, 404, 500].map((status) =>
    refusal(
      `success-in-${status}`,
      `answers with status ${status} and a body that looks like success`,
      status,
      { isSuccessShown: true },
    ),
  ),
  refusal('status-520', 'answers with 520, a status of its own', 520, { reason: 'Origin Error' }),
  refusal('status-999', 'answers with 999, which is no status class', 999, { reason: 'Denied' }),
  refusal('reason-missing-404', 'answers 404 without a reason phrase', 404, { reason: '' }),
  refusal('reason-missing-503', 'answers 503 without a reason phrase', 503, { reason: '' }),
  refusal('reason-of-success', 'answers 500 with the reason phrase OK', 500, { reason: 'OK' }),
  refusal('reason-long', 'answers 500 with a reason phrase of 300 characters', 500, {
    reason: 'Failed '.repeat(43).slice(0, 300),
  }),
  refusal('reason-not-ascii', 'answers 400 with a reason phrase in Latin-1', 400, {
    reason: 'Ung\u00fcltige Anfrage',
  }),
  acceptance('status-201', 'answers 201 instead of 200', 201),
  acceptance('status-202', 'answers 202: accepted, not yet done', 202),
  acceptance('status-299', 'answers 299, a success that nobody defined', 299, 'Fine'),
  acceptance('reason-missing-200', 'answers 200 without a reason phrase', 200, ''),
  acceptance(
    'reason-of-failure',
    'answers 200 with the reason phrase Internal Server Error',
    200,
    'Internal Server Error',
  ),
  {
    id: 'no-content-204',
    summary: 'answers 204, which has no body',
    isSuccess: false,
    outcomes: ['empty-body'],
    conduct: () => ({ ...respond(204, 'text/plain', ''), headers: [] }),
  },
  limited('retry-after-missing', 'answers 429 without saying when to come again', undefined),
  limited(
    'retry-after-date',
    'answers 429 with a date to come again',
    'Fri, 31 Dec 2049 23:59:59 GMT',
  ),
  limited(
    'retry-after-past',
    'answers 429 with a date that is over',
    'Thu, 01 Jan 1970 00:00:00 GMT',
  ),
  limited('retry-after-zero', 'answers 429 with no time to wait', '0'),
  limited('retry-after-negative', 'answers 429 with a negative time to wait', '-1'),
  limited('retry-after-fraction', 'answers 429 with a fraction of a second', '0.5'),
  limited('retry-after-huge', 'answers 429 with more seconds than a number holds', '9'.repeat(30)),
  limited('retry-after-garbage', 'answers 429 with words instead of a time', 'soon'),
]

interface Changed {
  readonly reason?: string
  readonly headers?: Reply['headers']
  readonly isSuccessShown?: boolean
}

/** What endpoints answer with a refusal. */
const REFUSAL = { error: { message: 'the endpoint refuses the request' } }

function refusal(id: string, summary: string, status: number, changed: Changed = {}): Fault {
  return {
    id,
    summary,
    outcomes: ['refused'],
    isSuccess: false,
    ...(status >= 300 && status < 400 ? { restsOn: 'redirect' } : {}),
    conduct: (webhook) => {
      const answer =
        changed.isSuccessShown === true
          ? usualAnswer(webhook, status)
          : answerWith(webhook, REFUSAL, status)
      const headers = [...answer.headers, ...(changed.headers ?? extraHeaders(status))]
      return { ...answer, headers, reason: changed.reason ?? answer.reason }
    },
  }
}

/** A redirect leads to itself: whoever follows it has no end. */
function extraHeaders(status: number): Reply['headers'] {
  if (status === 429) return [['Retry-After', '1']]
  return [301, 302, 307, 308].includes(status) ? [['Location', '/']] : []
}

function limited(id: string, summary: string, retryAfter: string | undefined): Fault {
  const headers = retryAfter === undefined ? [] : [['Retry-After', retryAfter] as const]
  return { ...refusal(id, summary, 429, { headers }), restsOn: 'retry' }
}

function acceptance(id: string, summary: string, status: number, reason?: string): Fault {
  return {
    id,
    summary,
    outcomes: ['written'],
    isSuccess: true,
    conduct: (webhook) => {
      const answer = usualAnswer(webhook, status)
      return { ...answer, reason: reason ?? answer.reason }
    },
  }
}
