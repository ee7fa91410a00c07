import type { Element } from 'hast'
import { s } from 'hastscript'
import { visibleText } from '../../base/visible-text.ts'
import type { Message, SequenceDiagram } from '../../render/diagrams/diagram.ts'
import { describedSvg } from './described-svg.ts'
import { wrapText } from './wrap-text.ts'

/** Between two participants there is room for a sentence of two or three lines. */
const GAP = 290
const MARGIN = 96
const BOX = { width: 176, padding: 10 } as const
const LINE = 15
/** Characters that fit between two participants, and into a box. */
const FITS = { message: 42, box: 24 } as const

interface Row {
  readonly message: Message
  readonly number: number
  readonly lines: readonly string[]
  /** Where its arrow is. */
  readonly y: number
}

/** Who says what to whom, from the top down; each message with the number that it has in the list below. */
export function drawSequence(diagram: SequenceDiagram, id: string): Element {
  const names = diagram.participants.map((name) => wrapText(visibleText(name), FITS.box))
  const head = Math.max(...names.map(({ length }) => length)) * LINE + 2 * BOX.padding
  const rows = placeRows(diagram.messages, head)
  const height = (rows.at(-1)?.y ?? head) + 2 * LINE
  const width = 2 * MARGIN + GAP * Math.max(0, names.length - 1)
  const xOf = (name: string): number => MARGIN + GAP * diagram.participants.indexOf(name)
  return describedSvg(diagram, { id, width, height }, [
    s('defs', arrowHead(id)),
    ...names.map((_, index) => lifeline(MARGIN + GAP * index, head, height)),
    ...names.map((lines, index) => participant(lines, MARGIN + GAP * index, head)),
    ...rows.map((row) => arrow(row, xOf(row.message.from), xOf(row.message.to), id)),
  ])
}

function placeRows(messages: readonly Message[], head: number): readonly Row[] {
  const rows: Row[] = []
  let y = head
  for (const [index, message] of messages.entries()) {
    const lines = wrapText(visibleText(message.text), FITS.message)
    y += lines.length * LINE + LINE
    rows.push({ message, number: index + 1, lines, y })
  }
  return rows
}

function arrowHead(id: string): Element {
  return s(
    'marker',
    {
      id: `${id}-arrow`,
      viewBox: '0 0 8 8',
      refX: 8,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      orient: 'auto-start-reverse',
    },
    s('path.head', { d: 'M0 0 8 4 0 8z' }),
  )
}

function lifeline(x: number, from: number, to: number): Element {
  return s('line.lifeline', { x1: x, x2: x, y1: from, y2: to })
}

function participant(lines: readonly string[], x: number, height: number): Element {
  const first = height / 2 - ((lines.length - 1) * LINE) / 2 + 4
  return s('g.participant', [
    s('rect', { x: x - BOX.width / 2, y: 0.5, width: BOX.width, height: height - 0.5, rx: 6 }),
    ...lines.map((line, index) => s('text', { x, y: first + index * LINE }, line)),
  ])
}

function arrow({ message, number, lines, y }: Row, from: number, to: number, id: string): Element {
  const middle = (from + to) / 2
  const first = y - 6 - (lines.length - 1) * LINE
  const name = message.isAnswer ? 'g.message.answer' : 'g.message'
  return s(name, [
    s('line', { x1: from, x2: to, y1: y, y2: y, markerEnd: `url(#${id}-arrow)` }),
    s('circle', { cx: from, cy: y, r: 8.5 }),
    s('text.nth', { x: from, y: y + 4 }, String(number)),
    ...lines.map((line, index) => s('text', { x: middle, y: first + index * LINE }, line)),
  ])
}
