import type { Html, ListItem, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import { visibleText } from '../../base/visible-text.ts'
import { disarm } from '../disarm.ts'

/** What a cell or a line holds at most, so that one text cannot push out all the others. */
const MOST_IN_A_LINE = 500

/** What a block holds at most. */
const MOST_IN_A_BLOCK = 4_000

/**
 * A text that stays one: the printer escapes what Markdown would read, and a space without width breaks
 * what GitHub reads in finished text: mentions, references, commits, addresses, emoji by name.
 */
export function text(value: string): PhrasingContent {
  const shown = cut(visibleText(value), MOST_IN_A_LINE).replace(SIGNAL, '$&\u200b')
  return {
    type: 'text',
    value: shown.replace(SIGN_AT_START, '\u200b$&').replace(SIGN_AT_END, '$&\u200b'),
  }
}

/** Beside bold words the printer escapes single units of UTF-16, and would cut a sign in two. */
const SIGN_AT_START = /^[\ud800-\udbff]/
const SIGN_AT_END = /[\udc00-\udfff]$/

const SIGNAL =
  /[@#]|\bGH-(?=\d)|[0-9a-f]{6}(?=[0-9a-f])|:(?=:|\/\/|[\w+-]+:)|\bwww(?=\.)|\bmailto(?=:)|\bxmpp(?=:)/gi

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

/** Lines of code with nothing cut off, and whether they can be copied from the page as they are. */
export function wholeBlock(value: string): {
  readonly block: RootContent
  readonly isExact: boolean
} {
  const shown = disarmed(value.split('\n').map(visibleText).join('\n'))
  return { block: { type: 'code', value: shown }, isExact: shown === value }
}

/** A text as one of a sentence of ours. */
export function paragraph(...children: readonly (PhrasingContent | string)[]): RootContent {
  return {
    type: 'paragraph',
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  }
}

export function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

export type Line = readonly (PhrasingContent | string)[]

/** One line an item. */
export function list(lines: readonly Line[]): RootContent {
  const children = lines.map((line) => listItem([paragraph(...line)]))
  return { type: 'list', ordered: false, spread: false, children }
}

/** Items counted from 1, which may hold more than a line. */
export function numberedList(items: readonly (readonly RootContent[])[]): RootContent {
  const isSpread = items.some((item) => item.length > 1)
  return { type: 'list', ordered: true, spread: isSpread, children: items.map(listItem) }
}

function listItem(content: readonly RootContent[]): ListItem {
  // What stands in an item is a paragraph, a list or a block: content that both know.
  return { type: 'listItem', spread: false, children: content as ListItem['children'] }
}

export function heading(depth: 2 | 3, title: string): RootContent {
  return { type: 'heading', depth, children: [text(title)] }
}

/** Cells with more than one part are not needed. */
export function table(head: readonly string[], rows: readonly Line[]): Table {
  const rowOf = (row: Line): Table['children'][number] => ({
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

/** No sign is cut in two. */
function cut(value: string, most: number): string {
  return value.length > most ? `${value.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…` : value
}
