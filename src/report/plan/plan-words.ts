import { visibleText } from '../../base/visible-text.ts'
import type { Actor } from '../../marketo/actor.ts'
import { ACTOR_WORDS } from '../../steps/actor-words.ts'
import type { FieldChange, Plan, PlanState, PlanStep } from '../../steps/plan.ts'
import { plural } from '../summary.ts'

/** How long a value may be in a line; a longer one is only named there. */
const MOST_IN_A_LINE = 60

/** Hands first: they are what somebody has to find the time for. */
const ACTORS: readonly Actor[] = ['human', 'api', 'receiver']

/** `5 steps: 3 by hand, 1 by hand or by the REST API, 1 by the owner of the endpoint`. */
export function countWords(steps: readonly PlanStep[]): string {
  const counts = ACTORS.flatMap((actor) => {
    const count = steps.filter((each) => each.step.actor === actor).length
    return count === 0 ? [] : [`${count} ${ACTOR_WORDS[actor]}`]
  })
  return `${plural(steps.length, 'step')}: ${counts.join(', ')}`
}

/** `lead-sync in prod-emea`. */
export function nameWords({ program, environment }: Plan): string {
  return visibleText(`${program} in ${environment}`)
}

/** From where to where a plan leads; after its name. */
export function statusWords({ status, from, to, steps }: Plan): string {
  switch (status) {
    case 'nothing':
      return to === undefined ? 'nothing to do' : `nothing to do, ${stateWords(to)} is there`
    case 'set-up':
      return `nothing of it is known to be there: the whole set-up, ${countWords(steps)}`
    case 'change':
      return from?.fingerprint === to?.fingerprint
        ? `${stateWords(to)} is not all there`
        : `from ${stateWords(from)} to ${stateWords(to)}`
    case 'retire':
      return `the definition is gone, and ${stateWords(from)} is still there`
  }
}

/** `revision 7 (904b4665cf24)`. */
function stateWords(state: PlanState | undefined): string {
  return state === undefined ? 'what is there' : `revision ${state.revision} (${state.fingerprint})`
}

/** The act in a line: what is done, and which field gets which value where both are short. */
export function stepWords({ step, changes }: PlanStep): string {
  const said = changes.map(changeWords)
  return visibleText(said.length === 0 ? step.does : `${step.does}: ${said.join('; ')}`)
}

/** `Request Type: GET → POST`, `add row X-Region`, `Template`. */
export function changeWords({ motion, place, before, after }: FieldChange): string {
  switch (motion) {
    case 'add':
      return `add ${place}${isShort(after) && after !== '' ? ` (${after})` : ''}`
    case 'remove':
      return `remove ${place}`
    case 'order':
      return after === undefined ? 'order' : `order ${after}`
    case 'set':
      return `${place}${valueWords(before, after)}`
  }
}

function valueWords(before: string | undefined, after: string | undefined): string {
  if (!isShort(before ?? '') || !isShort(after ?? '')) return ''
  if (before === undefined && after === undefined) return ''
  if (before === undefined) return `: ${nameValue(after)}`
  return `: ${nameValue(before)} → ${nameValue(after)}`
}

function nameValue(value: string | undefined): string {
  return value === undefined || value === '' ? 'empty' : value
}

/** Whether a value has its place in a line; a longer one stands below it. */
export function isShort(value: string | undefined): value is string {
  return value !== undefined && value.length <= MOST_IN_A_LINE && !value.includes('\n')
}
