import type { PieceBuilder } from './piece-builder.ts'

/** A plain or quoted scalar as the parser hands it over: where it begins, and its source with the quotes. */
export interface FlowScalarSource {
  readonly offset: number
  readonly source: string
}

/** Characters that mean themselves in every style. */
const ORDINARY = /[^ \t\r\n'\\]+/y
/** White space, with the line breaks in it: each character is looked at once, however long the run is. */
const WHITE = /[ \t]+(?:\r?\n[ \t]*)*|(?:\r?\n[ \t]*)+/y
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
  const inside = source.slice(0, to)
  let at = from
  while (at < to) {
    const { text, length } = special(at) ?? readRun(inside, at)
    into.add(text, offset + at, offset + at + length)
    at += length
  }
}

function readRun(source: string, at: number): Replacement {
  const white = matchAt(WHITE, source, at)
  if (white !== undefined) return { text: fold(white), length: white.length }
  const text = matchAt(ORDINARY, source, at) ?? source.charAt(at)
  return { text, length: text.length }
}

/** YAML folds white space that holds a line break into a space, or into one line break less. */
function fold(white: string): string {
  const breaks = white.match(LINE_BREAK)?.length ?? 0
  if (breaks === 0) return white
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
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
/** An escaped line break vanishes, with the indentation behind it. */
const CONTINUATION = /\\\r?\n[ \t]*/y

function readEscape(source: string, at: number): Replacement | undefined {
  const continued = matchAt(CONTINUATION, source, at)
  if (continued !== undefined) return { text: '', length: continued.length }
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
