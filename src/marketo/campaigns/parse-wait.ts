/** How Marketo reads the duration of a Wait. */
export type WaitReading =
  | { readonly status: 'duration'; readonly minutes: number }
  /** Not a plain duration but nothing that is known to be ignored: a weekday, a date, a token. */
  | { readonly status: 'other' }
  /** Abbreviated or unreadable: the Wait is ignored. */
  | { readonly status: 'invalid'; readonly suggestion: string | undefined }

const MINUTES: Readonly<Record<string, number>> = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_200,
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  m: 'minute',
  min: 'minute',
  mins: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  d: 'day',
  dy: 'day',
  dys: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
  mo: 'month',
  mth: 'month',
  mths: 'month',
}

/** Such as "1 hr 30 min". */
const HAS_ABBREVIATION = /[0-9]\s*(?:m|mins?|h|hrs?|d|dys?|w|wks?|mo|mths?)\b/i

/** Reads "4 hours"; "4 hrs" is ignored by Marketo. Source: Experience League, "Use a Duration in a Wait Flow Step". */
export function parseWait(text: string): WaitReading {
  const found = /^\s*([0-9]+)\s*([a-z]+)\.?\s*$/i.exec(text)
  if (found === null) {
    const isReadable = /[0-9]|day|\{\{/i.test(text) && !HAS_ABBREVIATION.test(text)
    return isReadable ? { status: 'other' } : { status: 'invalid', suggestion: undefined }
  }
  const count = Number(found[1])
  const unit = (found[2] ?? '').toLowerCase()
  const minutes = MINUTES[unit.replace(/s$/, '')]
  if (minutes !== undefined && !text.includes('.'))
    return { status: 'duration', minutes: count * minutes }
  const word = ABBREVIATIONS[unit] ?? (minutes === undefined ? undefined : unit.replace(/s$/, ''))
  const suggestion = word === undefined ? undefined : `${count} ${word}${count === 1 ? '' : 's'}`
  return { status: 'invalid', suggestion }
}
