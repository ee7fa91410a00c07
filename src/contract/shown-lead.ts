import { compareText } from '../base/compare.ts'
import { hideInData } from '../base/hide-texts.ts'
import { visibleText } from '../base/visible-text.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** A lead for people: texts stay texts, spelled so that nothing in them is obeyed. */
export function shownLead(
  values: Readonly<Record<string, TokenValue>>,
  hidden: readonly string[],
): Readonly<Record<string, TokenValue>> {
  return Object.fromEntries(
    Object.entries(hideInData(values, hidden))
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, held]) => [name, visible(held)]),
  )
}

/** The beginning of a message: "when {{lead.First Name}} is "&"". */
export function whenTokenIs(raw: string, value: TokenValue, hidden: readonly string[]): string {
  if (value === null) return `when ${raw} is unset`
  return `when ${raw} is ${shorten(visibleText(JSON.stringify(hideInData(value, hidden))))}`
}

function visible(value: TokenValue): TokenValue {
  return typeof value === 'string' ? shorten(visibleText(value)) : value
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
