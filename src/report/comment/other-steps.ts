import type { RootContent } from 'mdast'
import type { Actor } from '../../marketo/actor.ts'
import { folded, numberedList, paragraph, strong } from '../markdown/nodes.ts'
import { plural } from '../summary.ts'
import type { SharedStep } from './shared-steps.ts'

const TITLES: Readonly<Record<Exclude<Actor, 'human'>, string>> = {
  receiver: "For the endpoint's owner",
  api: 'Through the REST API',
}

/** Folded: what others than people at the screens do. */
export function otherSteps(
  actor: Exclude<Actor, 'human'>,
  steps: readonly SharedStep[],
): readonly RootContent[] {
  if (steps.length === 0) return []
  return folded(`${TITLES[actor]}: ${plural(steps.length, 'step')}`, [
    numberedList(
      steps.map(({ program, environments, step }) => [
        paragraph(strong(step.does), `: ${[program, ...environments].join(', ')}`),
      ]),
    ),
  ])
}
