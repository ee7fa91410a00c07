import { mappingEnd, proofOfSuccess, readOnce } from '../emulate/read-exchange.ts'
import type { ExchangeReading } from '../emulate/read-exchange.ts'
import type { CallRow } from './call-row.ts'
import type { CauseId } from './cause.ts'
import { readErrorType, type ErrorMeaning } from './error-type.ts'
import type { KnownWebhook } from './known-webhook.ts'

/** What is said of one call. */
export interface Judgement {
  readonly cause: CauseId
  /** The status or Marketo's own code, `2xx` where none was recorded, `–` where there is none. */
  readonly status: string
}

export type Judge = (row: Pick<CallRow, 'errorType' | 'response'>) => Judgement

/** What judges the calls of one webhook; without a definition only the error type tells. */
export function judgeFor(webhook: KnownWebhook | undefined): Judge {
  const judgeResponse = responseJudge(webhook)
  return ({ errorType, response }) => {
    const meaning = readErrorType(errorType)
    if (!isGood(meaning)) return { cause: causeOf(meaning), status: statusOf(meaning) }
    if (response === '') return { cause: 'nothing-recorded', status: '–' }
    return { cause: judgeResponse(response), status: statusOf(meaning) }
  }
}

function isGood(meaning: ErrorMeaning): boolean {
  if (meaning.kind === 'status') return meaning.status >= 200 && meaning.status <= 299
  return meaning.kind === 'none'
}

function statusOf(meaning: ErrorMeaning): string {
  switch (meaning.kind) {
    case 'none':
      return '2xx'
    case 'own':
      return String(meaning.code)
    case 'status':
      return String(meaning.status)
    default:
      return '–'
  }
}

const LIMITED: readonly number[] = [429]

function causeOf(meaning: ErrorMeaning): CauseId {
  switch (meaning.kind) {
    case 'none':
      return 'answered'
    case 'own':
      return meaning.code === 1000 ? 'batch-campaign' : 'empty-answer'
    case 'status':
      return ofStatus(meaning.status)
    default:
      return meaning.kind
  }
}

function ofStatus(status: number): CauseId {
  if (LIMITED.includes(status)) return 'limited'
  if (status >= 500 && status <= 599) return 'failed-endpoint'
  if (status >= 400 && status <= 499) return 'refused'
  return status >= 300 && status <= 399 ? 'redirected' : 'unknown'
}

/** As Marketo reads the answer of a 2xx, and as the definition says what proves success. */
function responseJudge(known: KnownWebhook | undefined): (response: string) => CauseId {
  const webhook = known?.variants[0]
  if (known === undefined || webhook === undefined) return () => 'answered'
  const prove = proofOfSuccess(webhook)
  const encoder = new TextEncoder()
  return (response) => {
    const reading = readOnce(
      webhook,
      {
        status: 'answered',
        response: { status: 200, reason: '', headers: [], body: encoder.encode(response) },
        milliseconds: 0,
      },
      known.pinned,
    )
    return causeOfAnswer(reading, prove(reading.answer))
  }
}

function causeOfAnswer({ outcome }: ExchangeReading, proof: boolean | undefined): CauseId {
  if (outcome.status === 'unmappable') return 'unreadable-answer'
  if (proof === false) return 'refused-in-answer'
  const ends =
    outcome.status === 'written' ? outcome.updates.map(({ result }) => mappingEnd(result)) : []
  if (ends.includes('not-written')) return 'not-written'
  if (ends.includes('missing')) return 'leads-nowhere'
  return proof === true ? 'accepted' : 'answered'
}
