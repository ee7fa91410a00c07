import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { codeBlock, languageOf } from './code-block.ts'
import type { BlockValue } from './copy-values.ts'
import { mapElements, textOf } from './tree.ts'

/**
 * Every block of code as a block to copy. The values are expected in this order, and found by what they
 * are: a template of the team's own may leave some out.
 */
export function copyBlocks(
  nodes: readonly ElementContent[],
  values: readonly BlockValue[],
): readonly ElementContent[] {
  const open = [...values]
  return mapElements(nodes, (element) => {
    if (element.tagName !== 'pre' || isDiagram(element)) return [element]
    const index = open.findIndex(({ value }) => isSame(value, textOf(element)))
    const [found] = index === -1 ? [] : open.splice(0, index + 1).slice(-1)
    return [copyBlock(element, found)]
  })
}

/** Diagrams are drawn, not copied. */
export function isDiagram(pre: Element): boolean {
  return languageOf(pre) === 'mermaid'
}

/**
 * In Markdown a line break at the end of a value is the end of its last line, and no text holds a NUL;
 * the value itself is what is copied.
 */
function isSame(value: string, shown: string): boolean {
  return withoutNul(value).replace(LAST_BREAK, '') === shown
}

const LAST_BREAK = /(?:\r?\n|\r)$/

/** HTML has no way to write it; Markdown shows the same in its place. */
function withoutNul(value: string): string {
  return value.replaceAll('\0', '\uFFFD')
}

function copyBlock(pre: Element, found: BlockValue | undefined): Element {
  if (found === undefined) return h('div.copy', { dataCopy: '' }, [pre])
  const { id, label, check, value } = found
  return h(
    'div.copy',
    {
      dataCopy: '',
      ...(id === undefined ? {} : { id }),
      dataLabel: label,
      ...(check === undefined ? {} : { dataCheck: check }),
    },
    [codeBlock(withoutNul(value), languageOf(pre))],
  )
}
