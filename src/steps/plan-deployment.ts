import { around } from './plan-around.ts'
import type { Change } from '../diff/change.ts'
import { campaignRoles } from './campaign-roles.ts'
import { goneParts, goneThings } from './gone-things.ts'
import { partRemoval } from './part-removals.ts'
import { pendingSteps, type KnownState } from './pending-steps.ts'
import type { Compared } from './plan-endpoint.ts'
import { proveStep } from './plan-proof.ts'
import type { Plan, PlanState, PlanStep } from './plan.ts'
import { removalStep, type GoneThing } from './removal-steps.ts'
import { renamedState } from './renamed-state.ts'
import { retirementSteps } from './retirement-steps.ts'
import { isSharedStep } from './shared-steps.ts'
import { setupGroups } from './setup-steps.ts'
import type { StepContext } from './step-context.ts'
import { thingNames } from './thing-names.ts'
import { wantedSteps } from './wanted-steps.ts'

/** What a plan for one program in one environment is made from. */
export interface PlanInput extends Compared {
  readonly program: string
  readonly environment: string
  /** The runbook; undefined where the definition is gone. */
  readonly page: string | undefined
  /** The definition as it shall be; undefined where it is gone. */
  readonly context: StepContext | undefined
  readonly from: PlanState | undefined
  readonly to: PlanState | undefined
  readonly known: KnownState
  /** Ids of steps whose work other deployments of the subscription still want; asked only if something goes. */
  readonly wantedElsewhere: () => ReadonlySet<string>
}

/** The ordered steps from what is known to be there to what the definition wants. */
export function planDeployment(input: PlanInput): Plan {
  const { program, environment, page, from, to, context } = input
  const known = context === undefined ? input.known : renamedState(input.known, context)
  const startsFrom = Object.fromEntries(known.steps)
  const plan = { program, environment, page, from, to, startsFrom }
  if (context !== undefined && isNew(known, context))
    return { ...plan, from: undefined, status: 'set-up', steps: setUp(context, known) }
  const steps = context === undefined ? retire(input) : change(context, { ...input, known })
  if (steps.length === 0) return { ...plan, status: 'nothing', steps }
  return { ...plan, status: context === undefined ? 'retire' : 'change', steps }
}

/** The changes that are made in a program in an environment. */
export function changesIn(
  environment: string,
  program: string,
  changes: readonly Change[],
): readonly Change[] {
  return changes.filter(
    (each) => each.program === program && each.environments.includes(environment),
  )
}

/** Nothing of its own is there: what there is belongs to the subscription. */
function isNew(known: KnownState, context: StepContext): boolean {
  return [...known.steps.keys()].every((id) => isSharedStep(id, context))
}

/** Everything, looks and proof included, but for what another environment has brought already. */
function setUp(context: StepContext, known: KnownState): readonly PlanStep[] {
  const pending = new Map(
    pendingSteps(wantedSteps(context), known).map((each) => [each.step.id, each]),
  )
  const looks = new Set(wantedSteps(context).map(({ step }) => step.id))
  const setup = setupGroups(context).flatMap(({ steps }) => steps)
  return [
    ...setup.flatMap((step) => (looks.has(step.id) ? (pending.get(step.id) ?? []) : passing(step))),
    ...(campaignRoles(context.compiled).callers.length === 0 ? [] : [passing(proveStep())]),
  ]
}

function passing(step: PlanStep['step']): PlanStep {
  return { step, motion: 'around', changes: [], settles: [] }
}

function change(context: StepContext, input: PlanInput): readonly PlanStep[] {
  const { known, wantedElsewhere } = input
  const wanted = wantedSteps(context)
  const own = new Set(wanted.map(({ step }) => step.id))
  const isLess = [...known.steps.keys()].some((id) => !own.has(id))
  const ids = isLess ? new Set([...own, ...wantedElsewhere()]) : own
  const parts = goneParts(known, ids)
  const gone = goneThings(known, ids).filter((thing) => !isCalledTheSame(thing, context))
  return around({
    context,
    known,
    pending: [...pendingSteps(wanted, known), ...parts.flatMap((id) => partRemoval(id, context))],
    switchedOff: [...parts, ...gone.flatMap(({ steps }) => steps)],
    removals: gone.flatMap((thing) => removalStep(thing) ?? []),
    changes: input.changes,
    isCompared: input.isCompared,
  })
}

/** What the screens call by a name that is still wanted must never be taken out, whatever ids say. */
function isCalledTheSame({ id, name }: GoneThing, context: StepContext): boolean {
  const kind = id.slice(0, id.indexOf('.') + 1)
  return Object.entries(thingNames(context)).some(
    ([wanted, itsName]) => kind !== '' && wanted.startsWith(kind) && itsName === name,
  )
}

function retire({ program, known, wantedElsewhere }: PlanInput): readonly PlanStep[] {
  return retirementSteps(program, known, goneThings(known, wantedElsewhere()))
}
