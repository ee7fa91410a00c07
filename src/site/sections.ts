import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { headingId, headingKey } from './heading-key.ts'
import type { PageModel, PlacedSection } from './page-model.ts'
import { cutBefore, headingDepth, textOf } from './tree.ts'

/** Which reader needs a section: who is awake because of it, who sets up or changes, or both. */
export type Door = 'operate' | 'change' | 'both'

const BOTH: readonly number[] = [0, 8, 13, 15]

export function doorOf(section: number): Door {
  if (BOTH.includes(section)) return 'both'
  return section <= 7 ? 'operate' : 'change'
}

/** The blocks of a page as its sections; what stands before the first, the title, is left out. */
export function sectionElements(
  blocks: readonly ElementContent[],
  { sections }: PageModel,
  bodyOf: (section: PlacedSection, body: readonly ElementContent[]) => readonly ElementContent[],
): readonly Element[] {
  const byKey = new Map(sections.map((section) => [headingKey(section.heading), section]))
  const begins = (element: Element): boolean =>
    headingDepth(element) === 2 && byKey.has(headingKey(textOf(element)))
  return cutBefore(blocks, begins).flatMap(({ head, body }) => {
    const section = head && byKey.get(headingKey(textOf(head)))
    if (head === undefined || section === undefined) return []
    const id = headingId(section.heading)
    return [
      h(
        'section.section',
        {
          dataSection: String(section.number),
          dataDoor: doorOf(section.number),
          ariaLabelledBy: id,
        },
        [h('h2', { id }, head.children), ...bodyOf(section, body)],
      ),
    ]
  })
}
