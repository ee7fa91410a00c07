import type { BodyFormat } from '../../marketo/body-formats/body-format.ts'
import { isLegalInHeader } from '../checks/headers-are-legal.ts'
import { leavesOf } from '../leaves-of.ts'
import { readUrl } from '../read-url.ts'

/** How the endpoint reads one part of a request, and what to say when it reads something else. */
export interface PartReader {
  /** Undefined where the part cannot be read at all. */
  readonly read: (text: string) => PartReading | undefined
  /** A text as it arrives, if nothing goes wrong. */
  readonly asRead: (text: string) => string
  readonly unreadable: string
  readonly reshaped: string
  readonly changed: string
}

export interface PartReading {
  /** The same for two texts that differ in their values alone. */
  readonly shape: string
  readonly texts: ReadonlyMap<string, unknown>
}

export function bodyReader(format: BodyFormat): PartReader {
  return {
    read: (text) => {
      const reading = format.readBody(text)
      if (reading.status === 'unreadable') return undefined
      const texts = leavesOf(reading)
      return { shape: JSON.stringify([...texts.keys()].sort()), texts }
    },
    asRead: (text) => text,
    unreadable: `the body is not ${format.title}`,
    reshaped: 'the value changes the structure of the body',
    changed: 'the endpoint reads another value',
  }
}

export const urlReader: PartReader = {
  read: readUrl,
  asRead: (text) => text,
  unreadable: 'the URL is none',
  reshaped: 'the value changes the structure of the URL',
  changed: 'the endpoint reads another value in the URL',
}

/** White space around a header's value is not a part of it. Source: RFC 9110, section 5.5. */
export const headerReader: PartReader = {
  read: (text) =>
    isLegalInHeader(text) ? { shape: '', texts: new Map([['', text.trim()]]) } : undefined,
  asRead: (text) => text.trim(),
  unreadable: 'the header holds a character that no header may hold',
  reshaped: 'the value changes the header',
  changed: 'the endpoint reads another value',
}
