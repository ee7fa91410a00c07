import type { RootContent } from 'mdast'
import { folded, numberedList, paragraph, strong } from '../markdown/nodes.ts'
import { plural } from '../summary.ts'
import type { SharedStep } from './shared-steps.ts'

/** Folded: what the endpoint's owner does, outside Marketo. */
export function endpointSteps(steps: readonly SharedStep[]): readonly RootContent[] {
  if (steps.length === 0) return []
  return folded(`For the endpoint's owner: ${plural(steps.length, 'step')}`, [
    numberedList(
      steps.map(({ program, environments, step }) => [
        paragraph(strong(step.does), `: ${[program, ...environments].join(', ')}`),
      ]),
    ),
  ])
}
