import type { ElementContent } from 'hast'
import { headingId } from './heading-key.ts'
import { headingDepth, mapElements, textOf } from './tree.ts'

/**
 * Gives each heading without an id the address that GitHub gives it; the second of the same words gets
 * `-1`. Ids that are there already belong to sections and steps, to which links lead: they are kept free.
 */
export function numberHeadings(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const taken = new Set(idsOf(nodes))
  return mapElements(nodes, (element) => {
    if (headingDepth(element) === undefined || element.properties['id'] !== undefined)
      return [element]
    const id = freeId(headingId(textOf(element)), taken)
    taken.add(id)
    return [{ ...element, properties: { ...element.properties, id } }]
  })
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let count = 1
  while (taken.has(`${wanted}-${count}`)) count += 1
  return `${wanted}-${count}`
}

function idsOf(nodes: readonly ElementContent[]): readonly string[] {
  const ids: string[] = []
  mapElements(nodes, (element) => {
    const { id } = element.properties
    if (typeof id === 'string') ids.push(id)
    return [element]
  })
  return ids
}
