/** Markdown that is meant as Markdown: everything else in a view is escaped. */
export interface Markdown {
  readonly markdown: string
}

/** A text in the middle of a sentence: nothing in it is Markdown or HTML, and it stays on its line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>|~&#!{}]/g, (character) => {
    return character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`
  })
}

/** A text as code in a line; safe in a table as well. */
export function inlineCode(text: string): Markdown {
  const flat = text.replace(/\s*[\r\n]+\s*/g, ' ')
  if (flat === '') return { markdown: '' }
  const fence = '`'.repeat(longestRun(flat) + 1)
  const pad = /^`|`$|^ .* $/.test(flat) ? ' ' : ''
  return { markdown: `${fence}${pad}${flat.replaceAll('|', '\\|')}${pad}${fence}` }
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
