import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { copyBlocks } from './copy-blocks.ts'
import { stepValues } from './copy-values.ts'
import type { PlacedStep } from './page-model.ts'

/** The body of a step: its tick, then what the Markdown says, with each value in a block to copy. */
export function stepElement(
  { step }: PlacedStep,
  body: readonly ElementContent[],
): readonly ElementContent[] {
  return [tick(step.id), ...copyBlocks(body, stepValues(step))]
}

/** Static until a script runs; on paper a box with lines for initials and time. */
function tick(id: string): ElementContent {
  return h('label.tick', [h('input', { type: 'checkbox', dataTick: id, disabled: true }), ' Done'])
}
