import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Exchange } from '../emulate/call.ts'
import { noticesOf, noticeWords } from '../emulate/notices.ts'
import { readOnce } from '../emulate/read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { CALL_CODES } from '../marketo/call-codes.ts'
import { LIMITS } from '../marketo/limits.ts'
import { listenersTo } from '../model/failure-campaigns.ts'
import type { Program } from '../model/program.ts'
import { sampleResponse } from '../receiver/sample-response.ts'
import { writeBody, type WrittenBody } from '../receiver/write-body.ts'
import { refusalOf } from './answer-examples.ts'

/** How a call can end, and what Marketo does then. */
export interface CallEnd {
  readonly answer: string
  readonly marketo: string
  /** The campaigns that start, in words. */
  readonly notices: string
  /** Whether the same call can succeed later, in a word or two. */
  readonly again: string
}

const AFTER_REPAIR = 'after a repair'
const NOTHING = 'nothing is written'

/** What comes from Marketo itself, and is nothing that an endpoint answers. */
const MARKETOS_OWN: readonly string[] = ['1000']

type End = Omit<CallEnd, 'notices'> & { readonly exchange: Exchange; readonly isFailure: boolean }

/**
 * Every end of a call. Sources: Experience League, "Webhooks", "Response Mappings", "Errors" (webhooks).
 * That a redirect is not followed, and that nothing is called twice, are assumptions: no page says so.
 */
export function callEnds(webhook: CompiledWebhook, program: Program): readonly CallEnd[] {
  const listeners = listenersTo(webhook.id, program, [])
  const pinned: AssumptionSet = Object.fromEntries(
    program.pinnedAssumptions.map(({ id, value }) => [id.value, value.value]),
  )
  return endsOf(webhook).map(({ exchange, isFailure, ...end }) => {
    const reading = readOnce(webhook, exchange, pinned)
    const words = noticeWords(noticesOf(webhook, reading, { listeners, pinned }))
    const isOpen = !isFailure && webhook.response === undefined && words !== undefined
    if (isOpen) return { ...end, notices: `${words}, depending on the body` }
    return { ...end, notices: words ?? (isFailure ? 'nobody' : '\u2013') }
  })
}

function endsOf(webhook: CompiledWebhook): readonly End[] {
  const sample = sampleResponse(webhook)
  const refusal = refusalOf(webhook, sample)
  const ok = (value: unknown): Exchange => answered(200, writeBody(webhook, value))
  return [
    {
      answer: 'a status from 200 to 299, with a body',
      marketo: writtenWords(webhook),
      again: 'not needed',
      exchange: ok(sample),
      isFailure: false,
    },
    ...(refusal === undefined
      ? []
      : [
          failure(
            'the same, with a body that says no',
            `${writtenWords(webhook)}; the person has not arrived`,
            ok(refusal),
          ),
        ]),
    ...(webhook.responseType === 'None'
      ? []
      : [
          failure(
            `a status from 200 to 299, with a body that is not ${webhook.responseType}`,
            `no mapping finds its value; ${NOTHING}`,
            answered(200, { mediaType: 'text/html', body: '<p>OK' }),
          ),
        ]),
    failure(
      'a redirect (300 to 399)',
      `not documented whether it is followed; ${NOTHING}`,
      answered(302, NO_BODY),
    ),
    ...CALL_CODES.filter(({ code }) => !MARKETOS_OWN.includes(code)).map(
      ({ code, title, isTransient }): End => ({
        answer: `${code}: ${title}`,
        marketo:
          code === 'time-out' ? `the call is ended and the flow goes on; ${NOTHING}` : NOTHING,
        again: isTransient ? 'yes' : AFTER_REPAIR,
        exchange: exchangeWith(code),
        isFailure: true,
      }),
    ),
  ]
}

const NO_BODY = { mediaType: 'text/plain', body: '' } as const

/** The exchange that ends with a code of the table. */
function exchangeWith(code: string): Exchange {
  switch (code) {
    case 'time-out':
      return { status: 'timed-out', milliseconds: LIMITS.timeoutMilliseconds }
    case 'unreachable':
      return { status: 'unreachable', reason: 'no connection', milliseconds: 0 }
    case '1001':
      return answered(200, NO_BODY)
    default:
      return answered(Number(code.replace(/x/g, '0')), NO_BODY)
  }
}

function answered(status: number, { mediaType, body }: WrittenBody): Exchange {
  return {
    status: 'answered',
    response: {
      status,
      reason: '',
      headers: [['Content-Type', mediaType]],
      body: new TextEncoder().encode(body),
    },
    milliseconds: 0,
  }
}

function writtenWords({ mappings }: CompiledWebhook): string {
  if (mappings.length === 0) return `the call counts as made; ${NOTHING}`
  const fields = mappings.map(({ field, fieldName }) => field?.displayName ?? fieldName.value)
  return `${fields.join(' and ')} are written, a little after the call`
}

function failure(answer: string, marketo: string, exchange: Exchange): End {
  return { answer, marketo, again: AFTER_REPAIR, exchange, isFailure: true }
}
