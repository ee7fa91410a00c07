import { visibleText } from '../base/visible-text.ts'

/** Markdown that is meant as Markdown: everything else in a view is escaped. */
export interface Markdown {
  readonly markdown: string
}

/** A text in the middle of a sentence: nothing in it is Markdown or HTML, and it stays on its line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&#!{}$]/g, (character) => {
      return character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`
    })
    .replace(BULLET, '$1\\$2')
    .replace(NUMBER, '$1\\$2')
}

/** What would begin a list, a rule or the underline of a heading at the start of a line. */
const BULLET = /^( *)([-+=])(?=[-+= ]|$)/
const NUMBER = /^( *[0-9]+)([.)])(?= |$)/

/** A line break would end a heading or a table row; characters that nobody sees are spelled out. */
function oneLine(text: string): string {
  return visibleText(text.replace(/\s*[\r\n]+\s*/g, ' '))
}

/** A text as code in a cell of a table, where a bar has to be escaped even in code. */
export function cellCode(text: string): Markdown {
  return { markdown: inlineCode(text).markdown.replaceAll('|', '\\|') }
}

/** A text as code in a sentence. */
export function inlineCode(text: string): Markdown {
  const flat = oneLine(text)
  if (flat === '') return { markdown: '' }
  const fence = '`'.repeat(longestRun(flat) + 1)
  const pad = /^`|`$|^ .* $/.test(flat) ? ' ' : ''
  return { markdown: `${fence}${pad}${flat}${pad}${fence}` }
}

/** A text as a block of code, byte for byte; the fence is longer than any in the text. */
export function codeBlock(text: string, language: string): Markdown {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const lineBreak = text.endsWith('\n') ? '' : '\n'
  return { markdown: `${fence}${language}\n${text}${lineBreak}${fence}` }
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length))
}

/** The items of a numbered list, each on a line; the numbers are right also for who reads the source. */
export function numberedList(items: readonly Markdown[]): readonly Markdown[] {
  return items.map(({ markdown }, index) => ({ markdown: `${index + 1}. ${markdown}` }))
}
