import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { copyBlocks } from './copy-blocks.ts'
import { stepValues } from './copy-values.ts'
import { drawDialog } from './dialog/draw-dialog.ts'
import type { PlacedStep } from './page-model.ts'
import { isElement } from './tree.ts'

/** The body of a step: its tick, where it is done, the dialog as it shall look, and what the Markdown says. */
export function stepElement(
  { step, section }: PlacedStep,
  body: readonly ElementContent[],
): readonly ElementContent[] {
  const [first, ...rest] = copyBlocks(body, stepValues(step))
  const drawing = section === SET_UP ? drawDialog(step) : undefined
  return [
    tick(step.id),
    ...(isElement(first, 'p') ? placeLines(first) : [first ?? []].flat()),
    ...(drawing === undefined ? [] : [drawing]),
    ...rest,
  ]
}

/** The section in which everything is filled in for the first time. */
const SET_UP = 9

/** Static until a script runs; on paper a box with lines for initials and time. */
export function tick(id: string): Element {
  return h('label.tick', [h('input', { type: 'checkbox', dataTick: id, disabled: true }), ' Done'])
}

/** The first paragraph says who acts, and on its next line where. */
function placeLines(paragraph: Element): readonly Element[] {
  const breakAt = paragraph.children.findIndex(
    (child) => child.type === 'text' && child.value.includes('\n'),
  )
  const text = paragraph.children[breakAt]
  if (text?.type !== 'text') return [h('p.by', paragraph.children)]
  const [before = '', ...after] = text.value.split('\n')
  return [
    h('p.by', [...paragraph.children.slice(0, breakAt), before]),
    h('p.place', [after.join('\n'), ...paragraph.children.slice(breakAt + 1)]),
  ]
}
