import type { HttpResponse } from '../../emulate/call.ts'

const SECONDS = /^\d{1,9}$/

/** The three forms of RFC 9110; all of them are in GMT, the last one without saying so. */
const IMF_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const RFC850_DATE = /^[A-Z][a-z]+, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/
const ASCTIME_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [\d ]\d \d{2}:\d{2}:\d{2} \d{4}$/

/** How long an answer asks to wait, in milliseconds; undefined when it does not say. Source: RFC 9110, "Retry-After". */
export function retryAfter(response: HttpResponse, now: number): number | undefined {
  const value = headerOf(response, 'retry-after')?.trim()
  if (value === undefined) return undefined
  if (SECONDS.test(value)) return Number(value) * 1000
  const until = readDate(value)
  if (until === undefined) return undefined
  // By the endpoint's own clock where it tells the time: ours may go wrong.
  const since = readDate(headerOf(response, 'date')?.trim() ?? '') ?? now
  return Math.max(0, until - since)
}

function headerOf({ headers }: HttpResponse, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

function readDate(text: string): number | undefined {
  if (IMF_DATE.test(text) || RFC850_DATE.test(text)) return orUndefined(Date.parse(text))
  return ASCTIME_DATE.test(text) ? orUndefined(Date.parse(`${text} GMT`)) : undefined
}

function orUndefined(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time
}
