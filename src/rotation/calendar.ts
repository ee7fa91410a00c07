import { compareText } from '../base/compare.ts'
import { daysBefore } from '../model/review.ts'
import type { DueSecret } from './due-secret.ts'

/** Something of a day in a calendar. */
export interface CalendarEvent {
  /** The same for the same thing, whatever its day: a calendar that is subscribed to moves it. */
  readonly id: string
  /** As `yyyy-mm-dd`. */
  readonly day: string
  readonly title: string
  readonly text: string
  /** Days before on which one is reminded. */
  readonly remindBefore: readonly number[]
}

/** Two days for each secret: from which on to rotate it, and on which it ends. */
export function secretEvents(secrets: readonly DueSecret[]): readonly CalendarEvent[] {
  return secrets.flatMap(({ secret, subscription, owner, expires, rotateFrom }) => {
    const who = owner === undefined ? '' : ` with ${owner}`
    const how = `Rotate it${who}: hookbook rotate ${secret} --subscription ${subscription}`
    return [
      {
        id: `rotate-${secret}-${subscription}`,
        day: rotateFrom,
        title: `Rotate ${secret} in ${subscription}`,
        text: `It expires on ${expires}. ${how}`,
        remindBefore: [0],
      },
      {
        id: `expires-${secret}-${subscription}`,
        day: expires,
        title: `${secret} expires in ${subscription}`,
        text: `From then on the endpoint may refuse every call. ${how}`,
        remindBefore: [14, 3],
      },
    ]
  })
}

/**
 * Events as a calendar file (RFC 5545). It depends on nothing but the events: the time stamp of an event is
 * the beginning of its day, so that the same definitions give the same file, and a later day a later stamp.
 */
export function calendarFile(
  name: string,
  events: readonly CalendarEvent[],
  { toolVersion }: { readonly toolVersion: string },
): string {
  const sorted = events.toSorted((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//hookbook//hookbook ${escaped(toolVersion)}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...sorted.flatMap((event) => eventLines(name, event)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(
  name: string,
  { id, day, title, text, remindBefore }: CalendarEvent,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${id}@${name}.hookbook`)}`,
    `DTSTAMP:${basic(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(daysBefore(day, -1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    ...remindBefore.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${days === 0 ? 'PT9H' : `-P${days}D`}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

function basic(day: string): string {
  return day.replaceAll('-', '')
}

/** RFC 5545, 3.3.11; of control characters a text may hold none. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
}

const LONGEST_LINE = 75

/** RFC 5545, 3.1: lines of at most 75 bytes, none of which ends within a character. */
function folded(line: string): string {
  let [text, length] = ['', 0]
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (length + size > LONGEST_LINE) {
      text += '\r\n '
      length = 1
    }
    text += character
    length += size
  }
  return text
}
