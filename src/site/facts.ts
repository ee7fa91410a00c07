import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isElement, mapElements, textOf } from './tree.ts'

/** A table of two columns without headings is a list of facts: what, and its value. */
export function factLists(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return mapElements(nodes, (element) => {
    const rows = element.tagName === 'table' ? factRows(element) : undefined
    return [rows === undefined ? element : h('dl.facts', [...rows])]
  })
}

function factRows(table: Element): readonly Element[] | undefined {
  const [head, ...rows] = rowsOf(table)
  const isFacts = head?.length === 2 && head.every((cell) => textOf(cell) === '')
  if (!isFacts) return undefined
  return rows.flatMap(([name, value]) =>
    name === undefined || value === undefined
      ? []
      : [h('div.fact', [h('dt', name.children), h('dd', value.children)])],
  )
}

function rowsOf(node: Element): readonly (readonly Element[])[] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return []
    return child.tagName === 'tr'
      ? [child.children.filter((cell) => isElement(cell, 'th', 'td'))]
      : rowsOf(child)
  })
}
