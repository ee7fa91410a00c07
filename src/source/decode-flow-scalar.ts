import type { PieceBuilder } from './piece-builder.ts'

/** A plain or quoted scalar as the parser hands it over: where it begins, and its source with the quotes. */
export interface FlowScalarSource {
  readonly offset: number
  readonly source: string
}

/** White space that holds a line break: YAML folds it into a space, or into one line break less. */
const FOLD = /[ \t]*(?:\r?\n[ \t]*)+/y
const LINE_BREAK = /\n/g

export function decodePlain({ offset, source }: FlowScalarSource, into: PieceBuilder): void {
  decode(source, { from: 0, to: source.length, offset }, into, () => undefined)
}

export function decodeSingleQuoted({ offset, source }: FlowScalarSource, into: PieceBuilder): void {
  decode(source, { from: 1, to: source.length - 1, offset }, into, (at) =>
    source.startsWith("''", at) ? { text: "'", length: 2 } : undefined,
  )
}

export function decodeDoubleQuoted({ offset, source }: FlowScalarSource, into: PieceBuilder): void {
  decode(source, { from: 1, to: source.length - 1, offset }, into, (at) =>
    source[at] === '\\' ? readEscape(source, at) : undefined,
  )
}

interface Replacement {
  readonly text: string
  readonly length: number
}

interface Range {
  readonly from: number
  readonly to: number
  /** Where the source begins in its file. */
  readonly offset: number
}

function decode(
  source: string,
  { from, to, offset }: Range,
  into: PieceBuilder,
  special: (at: number) => Replacement | undefined,
): void {
  let at = from
  while (at < to) {
    const replacement = special(at) ?? fold(source, at)
    const { text, length } = replacement ?? { text: source.charAt(at), length: 1 }
    into.add(text, offset + at, offset + at + length)
    at += length
  }
}

function fold(source: string, at: number): Replacement | undefined {
  FOLD.lastIndex = at
  const found = FOLD.exec(source)?.[0]
  if (found === undefined) return undefined
  const breaks = found.match(LINE_BREAK)?.length ?? 1
  return { text: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), length: found.length }
}

/** YAML 1.2, section 5.7. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }
const CONTINUATION = /\\\r?\n[ \t]*/y

function readEscape(source: string, at: number): Replacement | undefined {
  CONTINUATION.lastIndex = at
  const continued = CONTINUATION.exec(source)?.[0]
  if (continued !== undefined) return afterContinuation(source, at, continued.length)
  const kind = source.charAt(at + 1)
  const hexLength = HEX_LENGTHS[kind]
  if (hexLength === undefined) {
    const text = ESCAPES[kind]
    return text === undefined ? undefined : { text, length: 2 }
  }
  const code = Number.parseInt(source.slice(at + 2, at + 2 + hexLength), 16)
  const isCode = Number.isInteger(code) && code <= 0x10ffff
  return isCode ? { text: String.fromCodePoint(code), length: 2 + hexLength } : undefined
}

/** An escaped line break vanishes; blank lines right after it stay as line breaks. */
function afterContinuation(source: string, at: number, length: number): Replacement {
  const blank = /(?:\r?\n[ \t]*)*/y
  blank.lastIndex = at + length
  const lines = blank.exec(source)?.[0] ?? ''
  return { text: '\n'.repeat(lines.match(LINE_BREAK)?.length ?? 0), length: length + lines.length }
}
