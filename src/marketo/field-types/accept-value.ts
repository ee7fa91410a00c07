import type { TokenValue } from '../token-value.ts'
import type { Acceptance } from './field-type.ts'

const IGNORED = 'an empty value is ignored'
const CUT_OFF = 'it is longer than the field'

/** Why a value may not be written although it is of the right type: it is empty, or too long. */
export const UNTOUCHED_REASONS: readonly string[] = [IGNORED, CUT_OFF]

type Settled = Exclude<Acceptance, { readonly status: 'depends' }>

/** How long a text a field holds: in characters, or in bytes of UTF-8. */
export interface TextLimit {
  readonly count: number
  readonly unit: 'characters' | 'bytes'
}

/** What Marketo stores in a text field. A number or Boolean for it is not covered by any source. */
export function acceptText(value: unknown, limit: TextLimit | undefined): Acceptance {
  const empty = acceptEmpty(value)
  if (empty !== undefined) return empty
  if (isComposite(value)) return refuseComposite(value)
  const text = String(value)
  if (typeof value !== 'string') return coerced(text, `a ${typeof value} for a text field`)
  const written = { status: 'written', stored: text } as const
  if (limit === undefined || isSurelyWithin(text, limit)) return written
  const { size, cut } = measure(text, limit)
  if (size <= limit.count) return written
  return {
    status: 'depends',
    on: 'mapping-overflow',
    reason: `${size} ${limit.unit} for a field of ${limit.count}`,
    outcomes: {
      truncated: { status: 'written', stored: cut },
      'not-written': notWritten(CUT_OFF),
    },
  }
}

/** True for most texts, which then need not be taken apart: a UTF-16 unit is one character or three bytes at most. */
function isSurelyWithin(text: string, { count, unit }: TextLimit): boolean {
  return text.length * (unit === 'bytes' ? 3 : 1) <= count
}

interface Measured {
  readonly size: number
  /** As much of the text as fits, never a part of a character. */
  readonly cut: string
}

function measure(text: string, { count, unit }: TextLimit): Measured {
  const characters = [...text]
  if (unit === 'characters')
    return { size: characters.length, cut: characters.slice(0, count).join('') }
  let size = 0
  let fitting = 0
  for (const character of characters) {
    size += bytesOf(character)
    if (size <= count) fitting += character.length
  }
  return { size, cut: text.slice(0, fitting) }
}

/** The bytes of a character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}

/** A string in a number field is the documented case of a value that is not written. Source: Experience League, "Response Mappings". */
export function acceptNumber(value: unknown, fits: (number: number) => boolean): Acceptance {
  const empty = acceptEmpty(value)
  if (empty !== undefined) return empty
  if (isComposite(value)) return refuseComposite(value)
  if (typeof value === 'number' && fits(value)) return { status: 'written', stored: value }
  if (typeof value === 'string' && /^-?[0-9]+(?:\.[0-9]+)?$/.test(value) && fits(Number(value))) {
    return coerced(Number(value), 'digits in quotes for a number field')
  }
  return notWritten(`a ${typeof value} that is no such number does not fit a number field`)
}

export function acceptBoolean(value: unknown): Acceptance {
  const empty = acceptEmpty(value)
  if (empty !== undefined) return empty
  if (typeof value === 'boolean') return { status: 'written', stored: value }
  if (typeof value === 'string' && /^(?:true|false)$/i.test(value)) {
    return coerced(value.toLowerCase() === 'true', 'a word in quotes for a Boolean field')
  }
  return notWritten('it is neither true nor false')
}

/** W3C dates are documented for the REST API; for mappings other forms are covered by no source. */
export function acceptDate(value: unknown): Acceptance {
  const empty = acceptEmpty(value)
  if (empty !== undefined) return empty
  if (typeof value !== 'string') return notWritten('it is no date')
  const isDate = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?$/.test(value)
  return isDate ? { status: 'written', stored: value } : notWritten('it is no date')
}

/** Whether null or the empty text clears a field is documented nowhere. */
function acceptEmpty(value: unknown): Acceptance | undefined {
  if (value !== null && value !== '' && value !== undefined) return undefined
  return {
    status: 'depends',
    on: 'mapping-null',
    reason: value === '' ? 'an empty text' : 'null',
    outcomes: {
      ignored: notWritten(IGNORED),
      'clears-field': { status: 'written', stored: null },
    },
  }
}

function coerced(stored: TokenValue, reason: string): Acceptance {
  return {
    status: 'depends',
    on: 'mapping-coerce',
    reason,
    outcomes: {
      coerced: { status: 'written', stored },
      'not-written': notWritten(reason),
    },
  }
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object'
}

function refuseComposite(value: unknown): Settled {
  return notWritten(Array.isArray(value) ? 'it is a list' : 'it is an object')
}

function notWritten(reason: string): Settled {
  return { status: 'not-written', reason }
}
