import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { headingId, headingKey } from './heading-key.ts'
import { copyBlocks } from './copy-blocks.ts'
import type { PageModel, PlacedSection, PlacedStep } from './page-model.ts'
import { isElement, headingDepth, textOf } from './tree.ts'
import { stepElement } from './step-element.ts'

/** The body of a section with each of its steps as a section of its own. */
export function withSteps(
  body: readonly ElementContent[],
  { number }: PlacedSection,
  { steps }: PageModel,
): readonly ElementContent[] {
  const own = steps.filter(({ section, hasHeading }) => section === number && hasHeading)
  const byKey = new Map(own.map((placed) => [headingKey(placed.heading), placed]))
  const result: ElementContent[] = []
  let rest = body
  while (rest.length > 0) {
    const [node, ...others] = rest
    if (node === undefined) break
    const found =
      isElement(node) && headingDepth(node) !== undefined
        ? byKey.get(headingKey(textOf(node)))
        : undefined
    if (!isElement(node) || found === undefined) {
      result.push(...copyBlocks([node], []))
      rest = others
      continue
    }
    byKey.delete(headingKey(found.heading))
    const length = lengthOf(others, headingDepth(node) ?? 0)
    result.push(stepSection(found, node, others.slice(0, length)))
    rest = others.slice(length)
  }
  return result
}

/** A step reaches to the next heading that is not below its own. */
function lengthOf(nodes: readonly ElementContent[], depth: number): number {
  const end = nodes.findIndex((node) => (headingDepth(node) ?? Number.POSITIVE_INFINITY) <= depth)
  return end === -1 ? nodes.length : end
}

function stepSection(
  placed: PlacedStep,
  heading: Element,
  body: readonly ElementContent[],
): Element {
  const id = headingId(placed.heading)
  return h('section.step', { dataStep: placed.step.id }, [
    { ...heading, properties: { ...heading.properties, id } },
    ...stepElement(placed, body),
  ])
}
