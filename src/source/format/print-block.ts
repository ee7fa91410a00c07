import { CST, type Scalar } from 'yaml'

export interface BlockPlace {
  /** What stands before every line of the text. */
  readonly indent: string
  readonly onComment: (() => void) | undefined
  readonly onChompKeep: (() => void) | undefined
}

/** A block of text with the very lines that were written, moved to its place; its header keeps what it says. */
export function printBlock(scalar: Scalar, { indent, onComment, onChompKeep }: BlockPlace): string {
  const { srcToken: token } = scalar
  if (token?.type !== 'block-scalar') throw new Error('a block of text without its source')
  const [header] = token.props
  const written = header !== undefined && 'source' in header ? header.source : '|'
  const step = indent === '' ? INDENT : indent
  const lines = token.source.replace(/\n$/, '').split('\n')
  const old = contentIndent(written, token.indent, lines)
  const style = written.replace(/[0-9]/, String(INDENT.length))
  const isKept = written.includes('+')
  if (isKept) onChompKeep?.()
  const comment = token.props.find(({ type }) => type === 'comment')
  if (comment !== undefined) onComment?.()
  const note = comment === undefined ? '' : ` ${CST.stringify(comment)}`
  const body = (isKept ? lines : withoutEnd(lines)).map((line) => moved(line, old, step))
  return [`${style}${note}`, ...body].join('\n')
}

const INDENT = '  '

/** Where the text begins in its lines: as the header says, or as the first line does that is not blank. */
function contentIndent(header: string, parent: number, lines: readonly string[]): number {
  const stated = /[0-9]/.exec(header)?.[0]
  if (stated !== undefined) return parent + Number(stated)
  return spacesBefore(lines.find((line) => line.trim() !== '') ?? '')
}

function moved(line: string, from: number, to: string): string {
  const rest = line.slice(Math.min(from, spacesBefore(line)))
  return rest === '' ? '' : to + rest
}

function spacesBefore(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0
}

/** Blank lines behind a text are no part of it; one may stand before what follows. */
function withoutEnd(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1
  return end < lines.length && end > 0 ? [...lines.slice(0, end), ''] : lines.slice(0, end)
}
