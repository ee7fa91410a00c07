import { visibleText } from '../../base/visible-text.ts'
import type { MarketoView, UpdateView } from '../../browser/received/call-view.ts'
import type { Answer } from '../../emulate/answer.ts'
import type { MappingResult, Outcome } from '../../emulate/call.ts'
import { exchangeOf } from '../../emulate/exchange-of.ts'
import { noticesOf, noticeWords } from '../../emulate/notices.ts'
import { provesSuccess, readOnce } from '../../emulate/read-exchange.ts'
import { LIMITS } from '../../marketo/limits.ts'
import type { Campaign } from '../../model/campaign.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'

const NOBODY: MarketoView = {
  words: 'Marketo would write nothing.',
  updates: [],
  campaigns: undefined,
}

/** What Marketo would make of an answer, on a clock that nobody has to wait for. */
export function marketoView(
  served: ServedWebhook | undefined,
  answer: Answer,
  listeners: readonly Campaign[],
): MarketoView {
  if (served === undefined) return NOBODY
  const { webhook, compiled } = served
  const pinned = pinnedBy(compiled.program)
  const exchange = exchangeOf(answer, { milliseconds: LIMITS.timeoutMilliseconds })
  const reading = readOnce(webhook, exchange, pinned)
  const { outcome } = reading
  return {
    words: outcomeWords(outcome, provesSuccess(webhook, reading)),
    updates: outcome.status === 'written' ? outcome.updates.map(updateView) : [],
    campaigns: noticeWords(noticesOf(webhook, reading, { listeners, pinned })),
  }
}

function outcomeWords(outcome: Outcome, isSuccess: boolean | undefined): string {
  switch (outcome.status) {
    case 'written': {
      const refusal = isSuccess === false ? ' The answer does not say that the work was done.' : ''
      return outcome.updates.length === 0
        ? `Marketo would write nothing: there are no mappings.${refusal}`
        : `Marketo would follow the mappings.${refusal}`
    }
    case 'refused':
      return `Marketo would write nothing: the status is ${outcome.code}.`
    case 'empty-body':
      return 'Marketo would write nothing, and record its error 1001: the answer has no body.'
    case 'unmappable':
      return `Marketo would write nothing: ${visibleText(outcome.reason)}.`
    case 'timed-out':
      return `Marketo would give up after ${LIMITS.timeoutMilliseconds / 1000} seconds, and not know what was done.`
    case 'unreachable':
      return `Marketo would write nothing: ${outcome.reason}.`
    case 'batch-campaign':
      return 'Marketo would call nothing.'
  }
}

function updateView({ mapping, result }: MappingResult): UpdateView {
  return {
    path: mapping.path.value,
    field: mapping.field?.displayName ?? mapping.fieldName.value,
    isWritten: result.status === 'written',
    words: resultWords(result),
  }
}

function resultWords(result: MappingResult['result']): string {
  switch (result.status) {
    case 'written':
      return result.value === null
        ? 'nothing: the field is cleared'
        : visibleText(String(result.value))
    case 'not-written':
      return `not written: ${visibleText(result.reason)}`
    case 'unspecified':
      return `nobody knows: ${visibleText(result.reason)}`
  }
}
