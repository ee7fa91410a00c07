import type { PieceBuilder } from './piece-builder.ts'

/** A `|` or `>` scalar as the parser hands it over. */
export interface BlockScalarSource {
  /** Where the text below the header begins. */
  readonly offset: number
  /** `|2-` and the like, without a comment. */
  readonly header: string
  /** The indentation of the node that holds the scalar. */
  readonly parentIndent: number
  readonly source: string
}

interface Line {
  /** Offset of the line in its file. */
  readonly start: number
  readonly indent: number
  /** Without the indentation and the line break. */
  readonly content: string
  /** Offset of the line break, and behind it. */
  readonly breakStart: number
  readonly breakEnd: number
}

/** Decodes a block scalar by YAML 1.2, section 8.1: indentation, folding and chomping. */
export function decodeBlock(scalar: BlockScalarSource, into: PieceBuilder): void {
  const lines = splitLines(scalar)
  const indent = contentIndent(scalar, lines)
  const chomp = /[+-]/.exec(scalar.header)?.[0]
  if (lines.every(({ content }) => content === '')) {
    if (chomp === '+') for (const line of lines.slice(0, -1)) addBreak(line, into)
    return
  }
  const lastKept = lines.findLastIndex((line) => line.content !== '' || line.indent > indent) + 1
  const write = scalar.header.startsWith('>') ? writeFolded : writeLiteral
  write(lines.slice(0, lastKept), indent, into)
  const last = lines[lastKept - 1]
  if (last !== undefined && chomp !== '-') addBreak(last, into)
  if (chomp === '+') keepTrailing(lines.slice(lastKept, -1), indent, into)
}

function splitLines({ source, offset }: BlockScalarSource): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= source.length) {
    const found = source.indexOf('\n', start)
    const end = found === -1 ? source.length : found
    const hasReturn = source[end - 1] === '\r' && end > start
    const text = source.slice(start, hasReturn ? end - 1 : end)
    const indent = /^ */.exec(text)?.[0].length ?? 0
    lines.push({
      start: offset + start,
      indent,
      content: text.slice(indent),
      breakStart: offset + (hasReturn ? end - 1 : end),
      breakEnd: offset + (found === -1 ? end : end + 1),
    })
    if (found === -1) break
    start = end + 1
  }
  return lines
}

function contentIndent(
  { header, parentIndent }: BlockScalarSource,
  lines: readonly Line[],
): number {
  const explicit = Number(/[1-9]/.exec(header)?.[0] ?? 0)
  if (explicit > 0) return parentIndent + explicit
  return lines.find(({ content }) => content !== '')?.indent ?? parentIndent
}

function writeLiteral(lines: readonly Line[], indent: number, into: PieceBuilder): void {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before !== undefined) addBreak(before, into)
    addContent(line, indent, into)
  }
}

/** Line breaks between lines of text fold into a space; those beside blank or more-indented lines stay. */
function writeFolded(lines: readonly Line[], indent: number, into: PieceBuilder): void {
  const first = lines.findIndex(({ content }) => content !== '')
  for (const line of lines.slice(0, first)) {
    addContent(line, indent, into)
    addBreak(line, into)
  }
  let previous: number | undefined
  for (const [index, line] of lines.entries()) {
    if (index < first || isBlank(line, indent)) continue
    if (previous !== undefined) addFold(lines.slice(previous, index + 1), indent, into)
    addContent(line, indent, into)
    previous = index
  }
  const rest = lines.slice((previous ?? 0) + 1)
  for (const [index, line] of rest.entries()) {
    const before = rest[index - 1] ?? lines[previous ?? 0]
    if (before !== undefined) addBreak(before, into)
    addContent(line, indent, into)
  }
}

/** `between` begins with a line of text, ends with the next one, and holds only blank lines otherwise. */
function addFold(between: readonly Line[], indent: number, into: PieceBuilder): void {
  const [from] = between
  const to = between.at(-1)
  if (from === undefined || to === undefined) return
  const breaks = between.length - 1
  const isKept = isSpaced(from, indent) || isSpaced(to, indent)
  const end = between[between.length - 2]?.breakEnd ?? from.breakEnd
  if (isKept) into.add('\n'.repeat(breaks), from.breakStart, end)
  else into.add(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), from.breakStart, end)
}

function isBlank({ content, indent }: Line, contentAt: number): boolean {
  return content === '' && indent <= contentAt
}

function isSpaced({ content, indent }: Line, contentAt: number): boolean {
  return indent > contentAt || content.startsWith('\t')
}

function addContent(line: Line, indent: number, into: PieceBuilder): void {
  const extra = Math.max(0, line.indent - indent)
  const start = line.start + line.indent - extra
  into.add(' '.repeat(extra) + line.content, start, start + extra + line.content.length)
}

function addBreak({ breakStart, breakEnd }: Line, into: PieceBuilder): void {
  into.add('\n', breakStart, breakEnd)
}

function keepTrailing(lines: readonly Line[], indent: number, into: PieceBuilder): void {
  for (const line of lines) {
    addContent(line, indent, into)
    addBreak(line, into)
  }
}
