import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { STOP_HEADING } from '../render/runbook/page-steps.ts'
import { headingId } from './heading-key.ts'
import type { PageModel, PlacedStep } from './page-model.ts'
import { tick } from './step-element.ts'
import { cutBefore, headingDepth, isElement, textOf } from './tree.ts'

/** The first screen as cards, one question each: what it is on one side, what to do on the other. */
export function firstScreen(
  body: readonly ElementContent[],
  { steps }: PageModel,
): readonly ElementContent[] {
  const stops = steps.filter(({ hasHeading }) => !hasHeading)
  const [before, ...parts] = cutBefore(body, (element) => headingDepth(element) === 3)
  const cards = parts.flatMap(({ head, body: answer }) =>
    head === undefined ? [] : [{ head, element: card(head, answer, stops) }],
  )
  const acts = cards.findIndex(({ head }) => textOf(head) === STOP_HEADING)
  const columns = acts <= 0 ? [cards] : [cards.slice(0, acts), cards.slice(acts)]
  return [
    ...(before?.body ?? []),
    h(
      'div.cards',
      columns.map((column) =>
        h(
          'div.column',
          column.map(({ element }) => element),
        ),
      ),
    ),
  ]
}

function card(
  heading: Element,
  answer: readonly ElementContent[],
  stops: readonly PlacedStep[],
): Element {
  const isStop = textOf(heading) === STOP_HEADING
  return h('div.card', { dataCard: headingId(textOf(heading)) }, [
    heading,
    ...(isStop ? withStops(answer, stops) : answer),
  ])
}

/** The acts that stop calls stand in one list, in their order: each gets its id and its tick. */
function withStops(
  answer: readonly ElementContent[],
  stops: readonly PlacedStep[],
): readonly ElementContent[] {
  const [list, ...rest] = answer
  if (!isElement(list, 'ul') || list.children.length !== stops.length) return answer
  const items = list.children.map((item, index) => {
    const id = stops[index]?.step.id
    return isElement(item) && id !== undefined ? stopItem(item, id) : item
  })
  return [{ ...list, children: items }, ...rest]
}

function stopItem(item: Element, id: string): Element {
  return {
    ...item,
    properties: { ...item.properties, dataStep: id },
    children: [...item.children, tick(id)],
  }
}
