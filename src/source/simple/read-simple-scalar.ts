import type { Span } from '../../base/span.ts'
import { decodeDoubleQuoted, decodeSingleQuoted } from '../decode-flow-scalar.ts'
import { pieceBuilder } from '../piece-builder.ts'
import type { ScalarNode } from '../source-node.ts'
import { isGap, SPACE, spanOf, type SimpleReading } from './simple-reading.ts'

const NEWLINE = 10
const DOUBLE = 34
const HASH = 35
const SINGLE = 39
const DASH = 45
const COLON = 58

/** Begins something else than a plain text, or nothing at all. */
const INDICATORS = new Set([...'?:,[]{}#&*!|>\'"%@`\n'].map((each) => each.charCodeAt(0)))
const FLOW_INDICATORS = new Set([...',[]{}'].map((each) => each.charCodeAt(0)))

/** A plain or quoted text of one line; undefined for anything else. */
export function readSimpleScalar(
  reading: SimpleReading,
  { isInFlow }: { readonly isInFlow: boolean },
): ScalarNode | undefined {
  const code = reading.text.charCodeAt(reading.at)
  if (code === DOUBLE) return readDoubleQuoted(reading)
  if (code === SINGLE) return readSingleQuoted(reading)
  return readPlain(reading, isInFlow)
}

function readPlain(reading: SimpleReading, isInFlow: boolean): ScalarNode | undefined {
  const { text, at: start } = reading
  const end = plainEnd(text, start, isInFlow)
  const written = text.slice(start, end)
  const value = mayBeginPlain(text, start, isInFlow) ? plainValue(written) : undefined
  if (value === undefined) return undefined
  reading.at = end
  const at = spanOf(reading, start, end)
  return scalar(value, { text: written, at, written: at })
}

function mayBeginPlain(text: string, at: number, isInFlow: boolean): boolean {
  const first = text.charCodeAt(at)
  if (first !== DASH) return !INDICATORS.has(first)
  const second = text.charCodeAt(at + 1)
  return !isGap(second) && !(isInFlow && FLOW_INDICATORS.has(second))
}

/** Behind the last character that belongs to the text. */
function plainEnd(text: string, start: number, isInFlow: boolean): number {
  let end = start
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE) continue
    if (code === NEWLINE || (code === HASH && text.charCodeAt(at - 1) === SPACE)) break
    if (code === COLON && isColonEnd(text.charCodeAt(at + 1), isInFlow)) break
    if (isInFlow && FLOW_INDICATORS.has(code)) break
    end = at + 1
  }
  return end
}

function isColonEnd(next: number, isInFlow: boolean): boolean {
  return isGap(next) || (isInFlow && FLOW_INDICATORS.has(next))
}

/** YAML 1.2, section 10.3: the core schema. */
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])
const MAY_BE_NUMBER = /^[-+.0-9]/
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$/
const OTHER_NUMBER =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan)$/i

/** Undefined for what the parser had better read itself. */
function plainValue(written: string): ScalarNode['value'] | undefined {
  if (!MAY_BE_NUMBER.test(written)) {
    const word = WORDS.get(written)
    return word === undefined ? written : word
  }
  if (NUMBER.test(written)) return Number(written)
  return OTHER_NUMBER.test(written) ? undefined : written
}

/** Escapes whose meaning needs no digits. */
const PLAIN_ESCAPES = /^(?:[^\\]|\\[nrt"\\/])*$/

function readDoubleQuoted(reading: SimpleReading): ScalarNode | undefined {
  const { text, at: start } = reading
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return readQuoted(reading, end, {
    escape: '\\',
    isPlain: PLAIN_ESCAPES,
    decode: decodeDoubleQuoted,
  })
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text.charAt(before - 1) === '\\') before -= 1
  return (at - before) % 2 === 1
}

function readSingleQuoted(reading: SimpleReading): ScalarNode | undefined {
  const { text, at: start } = reading
  let end = text.indexOf("'", start + 1)
  while (end !== -1 && text.charAt(end + 1) === "'") end = text.indexOf("'", end + 2)
  return readQuoted(reading, end, { escape: "'", isPlain: /^/, decode: decodeSingleQuoted })
}

interface Quoting {
  readonly escape: string
  readonly isPlain: RegExp
  readonly decode: typeof decodeDoubleQuoted
}

/** A text of several lines is left to the parser. */
function readQuoted(
  reading: SimpleReading,
  end: number,
  { escape, isPlain, decode }: Quoting,
): ScalarNode | undefined {
  const { text, at: start, file } = reading
  const inside = end === -1 ? '\n' : text.slice(start + 1, end)
  if (inside.includes('\n')) return undefined
  reading.at = end + 1
  const at = spanOf(reading, start, end + 1)
  if (!inside.includes(escape)) {
    return scalar(inside, { text: inside, at, written: spanOf(reading, start + 1, end) })
  }
  if (!isPlain.test(inside)) return undefined
  const builder = pieceBuilder(file)
  decode({ offset: start, source: text.slice(start, end + 1) }, builder)
  return { kind: 'scalar', at, value: builder.value(), text: builder.finish(at) }
}

interface Written {
  readonly text: string
  readonly at: Span
  /** Where the text itself stands. */
  readonly written: Span
}

function scalar(value: ScalarNode['value'], { text, at, written }: Written): ScalarNode {
  const pieces = text === '' ? [] : [{ start: 0, end: text.length, at: written }]
  return { kind: 'scalar', at, value, text: { value: text, at, pieces } }
}
