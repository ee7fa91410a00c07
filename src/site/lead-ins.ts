import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isElement, mapElements } from './tree.ts'

const LEAD_IN = /^([A-Z][^.:\n]{2,30}:)\s+/

/**
 * The words before the colon with which the items of a list begin, so that the eye finds the item. A list
 * has them in each item or in none.
 */
export function leadIns(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return mapElements(nodes, (element) => {
    if (element.tagName !== 'ul') return [element]
    const items = element.children.map(withLeadIn)
    return [
      items.some((item) => item === undefined)
        ? element
        : { ...element, children: items.flatMap((item) => item ?? []) },
    ]
  })
}

/** Undefined for an item that begins with no such words, or holds blocks. */
function withLeadIn(item: ElementContent): Element | undefined {
  if (!isElement(item, 'li') || item.children.some((child) => isElement(child, 'p', 'ul', 'div')))
    return undefined
  const [first, ...rest] = item.children
  const words = first?.type === 'text' ? LEAD_IN.exec(first.value) : null
  if (first?.type !== 'text' || words === null) return undefined
  const [all, leadIn = ''] = words
  return ledItem(item, leadIn, [{ ...first, value: first.value.slice(all.length) }, ...rest])
}

function ledItem(item: Element, leadIn: string, rest: readonly ElementContent[]): Element {
  return { ...item, children: [h('i', leadIn), { type: 'text', value: ' ' }, ...rest] }
}
