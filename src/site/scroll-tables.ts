import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { mapElements } from './tree.ts'

/** A wide table scrolls in a frame of its own, which the keyboard can reach; the page never scrolls sideways. */
export function scrollTables(
  nodes: readonly ElementContent[],
  label: string,
): readonly ElementContent[] {
  return mapElements(nodes, (element) =>
    element.tagName === 'table'
      ? [h('div.table', { role: 'group', tabIndex: 0, ariaLabel: `Table: ${label}` }, [element])]
      : [element],
  )
}
