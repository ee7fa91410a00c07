import type { Change } from '../diff/change.ts'
import type { PlanStep } from './plan.ts'
import { act, type Movement } from './step.ts'
import type { StepContext } from './step-context.ts'
import { wantedSteps } from './wanted-steps.ts'
import { say } from './words.ts'

/** What is known of the difference from an earlier definition. */
export interface Compared {
  readonly changes: readonly Change[]
  /** Whether a step was done as that definition says. */
  readonly isCompared: (step: string) => boolean
}

/**
 * What the endpoint's owner does, with what it is about where that is known. A change may ask something
 * of the owner although the contract stays what it was: such a step leaves nothing that is attested.
 */
export function endpointSteps(
  pending: readonly PlanStep[],
  changes: readonly Change[],
  context: StepContext,
): readonly PlanStep[] {
  const own = pending.filter(({ step }) => step.id.startsWith('endpoint.'))
  const told = own.map((each) => withReasons(each, changes))
  const others = wantedSteps(context).flatMap(({ step }): readonly PlanStep[] => {
    const about = aboutEndpoint(step.id, changes)
    if (about.length === 0 || own.some((each) => each.step.id === step.id)) return []
    const does = `${step.edits ?? step.does}: ${namesOf(step.id, changes)}`
    const asked = { ...step, does, movements: about, undo: BACK }
    return [{ step: asked, motion: 'around', changes: [], settles: [] }]
  })
  return [...told, ...others]
}

/** An edit of a contract says what it is about: two fingerprints say nothing to anybody. */
function withReasons(each: PlanStep, all: readonly Change[]): PlanStep {
  const { step, motion, changes } = each
  const about = aboutEndpoint(step.id, all)
  if (motion !== 'edit' || about.length === 0) return each
  const isNamed = changes.some(({ before, after }) => before !== undefined || after !== undefined)
  const told = { ...step, movements: [...about, ...step.movements], undo: BACK }
  if (isNamed) return { ...each, step: told }
  return { ...each, changes: [], step: { ...told, does: `${step.does}: ${namesOf(step.id, all)}` } }
}

const BACK = say`Go back to the earlier contract, as long as Marketo sends in the earlier way.`

/** `header X-Region added, payload field region added`. */
function namesOf(step: string, changes: readonly Change[]): string {
  return asking(step, changes)
    .map(({ what, motion }) => `${what} ${motion}`)
    .join(', ')
}

/**
 * Whether a step has to be done as far as changes tell: the payload may be another text, and ask nothing
 * of the endpoint. Where the earlier definition is not known, the fingerprint decides.
 */
export function isAsked(
  { step: { id }, motion }: PlanStep,
  { changes, isCompared }: Compared,
): boolean {
  const isReady = /^endpoint\..+\.ready$/.test(id)
  return !isReady || motion !== 'edit' || !isCompared(id) || asking(id, changes).length > 0
}

/** An endpoint that relies on what Marketo sends follows; one that has to accept it goes first. */
export function followsMarketo({ step }: PlanStep, changes: readonly Change[]): boolean {
  const rollouts = asking(step.id, changes).map(({ rollout }) => rollout)
  return rollouts.includes('marketo-first') && !rollouts.includes('endpoint-first')
}

function aboutEndpoint(step: string, changes: readonly Change[]): readonly Movement[] {
  return asking(step, changes).map(({ what, motion, because }) =>
    act(because === '' ? say`${what} ${motion}.` : say`${what} ${motion}: ${because}.`),
  )
}

/** Changes of a webhook that ask something of its endpoint's owner; a secret has steps of its own. */
function asking(step: string, changes: readonly Change[]): readonly Change[] {
  const webhook = /^endpoint\.(.+)\.ready$/.exec(step)?.[1]
  return changes.filter(
    ({ subject, actors, kind }) =>
      subject.kind === 'webhook' &&
      subject.id === webhook &&
      kind !== 'secret' &&
      actors.includes('receiver'),
  )
}
