import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BlockValue } from './copy-values.ts'
import { isElement, mapElements, textOf } from './tree.ts'

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
  const [code] = pre.children
  const names = isElement(code) ? code.properties['className'] : undefined
  return Array.isArray(names) && names.includes('language-mermaid')
}

/** In a block of code, a line break at the end of a value and the end of its last line are the same. */
function isSame(value: string, shown: string): boolean {
  return value.replace(/\n$/, '') === shown
}

function copyBlock(pre: Element, found: BlockValue | undefined): Element {
  return h(
    'div.copy',
    {
      dataCopy: '',
      ...(found?.id === undefined ? {} : { id: found.id }),
      ...(found === undefined ? {} : { dataLabel: found.label }),
      ...(found?.check === undefined ? {} : { dataCheck: found.check }),
    },
    [pre],
  )
}
