import type { RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'

/** GitHub reads formulas between dollars, in which a link can be written; a backslash takes that away. */
const FORMULAS: Options = {
  unsafe: [{ character: '$', inConstruct: 'phrasing' }],
}

/** A tree as GitHub Flavored Markdown, in which no text is anything but text. */
export function printMarkdown(children: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...children] },
    { extensions: [gfmToMarkdown({ tablePipeAlign: false }), FORMULAS], bullet: '-' },
  )
}
