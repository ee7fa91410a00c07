import type { Html, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import { visibleText } from '../../base/visible-text.ts'
import { disarm } from '../disarm.ts'

/** What a cell or a line holds at most, so that one text cannot push out all the others. */
const MOST_IN_A_LINE = 500

/** What a block holds at most. */
const MOST_IN_A_BLOCK = 4_000

/**
 * A text that stays one: the printer escapes what Markdown would read, and a space without width breaks
 * what GitHub reads in finished text: mentions, references, addresses, emoji by name.
 */
export function text(value: string): PhrasingContent {
  return {
    type: 'text',
    value: cut(visibleText(value), MOST_IN_A_LINE).replace(SIGNAL, '$&\u200b'),
  }
}

const SIGNAL = /[@#]|\bGH-(?=\d)|:(?=:|\/\/|[\w+-]+:)|\bwww(?=\.)|\bmailto(?=:)|\bxmpp(?=:)/gi

/** A text in the font of code, which nothing is read in. */
export function code(value: string): PhrasingContent {
  const line = disarmed(cut(visibleText(value), MOST_IN_A_LINE))
  // A cell of a table cannot hold a backslash before a bar.
  return { type: 'inlineCode', value: line.replace(/\\(?=\|)/g, '\\\u200b') || ' ' }
}

/** Lines of code; the printer chooses a fence that they do not hold. */
export function codeBlock(value: string): RootContent {
  const lines = value.split('\n').map(visibleText).join('\n')
  return { type: 'code', value: disarmed(cut(lines, MOST_IN_A_BLOCK)) }
}

/** A text as one of a sentence of ours. */
export function paragraph(...children: readonly (PhrasingContent | string)[]): RootContent {
  return {
    type: 'paragraph',
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  }
}

export function heading(depth: 2 | 3, title: string): RootContent {
  return { type: 'heading', depth, children: [text(title)] }
}

export type Row = readonly (PhrasingContent | string)[]

/** Cells with more than one part are not needed. */
export function table(head: readonly string[], rows: readonly Row[]): Table {
  const rowOf = (row: Row): Table['children'][number] => ({
    type: 'tableRow',
    children: row.map((cell): TableCell => ({
      type: 'tableCell',
      children: [typeof cell === 'string' ? text(cell) : cell],
    })),
  })
  return { type: 'table', align: head.map(() => null), children: [rowOf(head), ...rows.map(rowOf)] }
}

/** Content that is folded under a title of ours: the only HTML, and no text of others is in it. */
export function folded(title: string, content: readonly RootContent[]): readonly RootContent[] {
  const open: Html = { type: 'html', value: `<details><summary>${title}</summary>` }
  const close: Html = { type: 'html', value: '</details>' }
  return [open, ...content, close]
}

/** In code no space is seen either. */
function disarmed(value: string): string {
  return disarm(value, { colon: ':\u200b', hash: '#\u200b' })
}

function cut(value: string, most: number): string {
  return value.length > most ? `${value.slice(0, most)}…` : value
}
