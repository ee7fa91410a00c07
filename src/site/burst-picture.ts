import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { burstRows } from '../render/runbook/burst-rows.ts'
import { drawBurst } from './diagrams/draw-burst.ts'
import type { PageModel } from './page-model.ts'
import { isElement, textOf } from './tree.ts'

/** The heading above the table that the picture shows, as the runbook has it. */
const HEADING = 'How long many people take'

/** Puts the picture of how long bursts take below its heading: the table says the same in figures. */
export function drawBursts(
  nodes: readonly ElementContent[],
  { runbook }: PageModel,
): readonly ElementContent[] {
  const rows = burstRows(runbook.context.compiled)
  return nodes.flatMap((node) =>
    isElement(node, 'h3') && textOf(node) === HEADING
      ? [node, h('figure.diagram.burst', [drawBurst(rows, 'bursts')])]
      : [node],
  )
}
