import type { Project, Subscription } from '../../model/project.ts'
import type { Rule } from '../rule.ts'

/** What is proven where, before it goes where. */
export const promotionLeadsUp: Rule = {
  id: 'promotion-leads-up',
  severity: 'error',
  category: 'project',
  summary: 'changes are promoted towards production, and never in a circle',
  why: `\`promotesFrom\` names the subscription in which a change is proven first.
A circle is proven nowhere first, and a sandbox that waits for production tests on real people.`,
  visit: {
    *project(project) {
      for (const subscription of project.subscriptions) {
        const { promotesFrom, id } = subscription
        if (promotesFrom === undefined) continue
        const isBackwards = leadsDown(subscription, project)
        if (!isBackwards && !isCircle(subscription, project)) continue
        yield {
          at: promotesFrom.at,
          message: isBackwards
            ? `the sandbox "${id.value}" is promoted from production`
            : `"${id.value}" is promoted from itself, or in a circle`,
          effect: isBackwards
            ? 'a change reaches real people before it was tried'
            : 'no change is ever proven first',
          help: 'let production be promoted from the sandbox',
        }
      }
    },
  },
}

function sourceOf(
  { promotesFrom }: Subscription,
  { subscriptions }: Project,
): Subscription | undefined {
  return subscriptions.find(({ id }) => id.value === promotesFrom?.value)
}

function leadsDown(subscription: Subscription, project: Project): boolean {
  const from = sourceOf(subscription, project)
  return subscription.stage.value === 'sandbox' && from?.stage.value === 'production'
}

/** A circle with a step backwards is that step's fault, and told of there. */
function isCircle(start: Subscription, project: Project): boolean {
  let at = sourceOf(start, project)
  for (let steps = 0; at !== undefined && steps < project.subscriptions.length; steps++) {
    if (leadsDown(at, project)) return false
    if (at === start) return true
    at = sourceOf(at, project)
  }
  return false
}
