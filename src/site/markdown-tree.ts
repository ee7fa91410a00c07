import type { Element, ElementContent } from 'hast'
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { codeBlock, languageOf } from './code-block.ts'
import { foldAnswers } from './fold-answers.ts'
import { isElement, mapElements, textOf, withoutBlanks } from './tree.ts'

/** The blocks of a page, from its Markdown. Raw HTML becomes text; the value of a block of code is kept as it is. */
export function markdownTree(markdown: string): readonly ElementContent[] {
  const root: Root = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const tree = toHast(foldAnswers(root))
  const nodes = tree.type === 'root' ? tree.children : []
  const blocks = nodes.filter((node) => node.type !== 'doctype')
  return mapElements(withoutBlanks(blocks), (element) => [
    element.tagName === 'pre' ? withoutAddedLineBreak(element) : tidied(shortened(element)),
  ])
}

/** Words of the screen stand out, and are no more important than others: hundreds of them, in short. */
function shortened(element: Element): Element {
  return element.tagName === 'strong' ? { ...element, tagName: 'b' } : element
}

/** Elements that hold nothing but blocks: the line breaks between them say nothing, and cost bytes. */
const HOLDERS = ['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'blockquote', 'details']

function tidied(element: Element): Element {
  const holdsBlocks =
    element.tagName === 'li' && element.children.some((child) => isElement(child, 'p'))
  return holdsBlocks || HOLDERS.includes(element.tagName)
    ? { ...element, children: [...withoutBlanks(element.children)] }
    : element
}

/** The tree's maker ends every block of code with a line break, which the Markdown's value does not hold. */
function withoutAddedLineBreak(pre: Element): Element {
  return codeBlock(textOf(pre).replace(/\n$/, ''), languageOf(pre))
}
