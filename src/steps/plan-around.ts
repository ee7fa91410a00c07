import type { Campaign } from '../model/campaign.ts'
import { calledWebhooks, campaignRoles, isTriggered } from './campaign-roles.ts'
import { activateSteps } from './campaign-steps.ts'
import { endpointSteps, followsMarketo, isAsked, type Compared } from './plan-endpoint.ts'
import type { KnownState } from './pending-steps.ts'
import type { PlanStep } from './plan.ts'
import { switchOffs } from './retirement-steps.ts'
import { rotations } from './rotate-steps.ts'
import { proveStep, sendAgainStep } from './plan-proof.ts'
import type { Step } from './step.ts'
import type { StepContext } from './step-context.ts'
import { deactivateStep } from './stop-steps.ts'

export interface AroundInput extends Compared {
  readonly context: StepContext
  readonly known: KnownState
  readonly pending: readonly PlanStep[]
  /** Steps whose work goes: campaigns among them are switched off first. */
  readonly switchedOff: readonly string[]
  readonly removals: readonly PlanStep[]
}

/** Fields of the webhook's dialog that no call depends on. */
const QUIET_FIELDS: readonly string[] = ['Webhook Name', 'Description']

/**
 * Edits in their safe order, so that no wrong call is made in between: the endpoint first, what calls
 * off, the edits, on again, proved, then what goes; an endpoint that follows comes last.
 */
export function around(input: AroundInput): readonly PlanStep[] {
  const { context, known, removals } = input
  const pending = input.pending.filter((each) => isAsked(each, input))
  const loud = pending.filter((each) => !isQuiet(each))
  const paused = pausedCampaigns(loud, input)
  const offs = paused.map((campaign) =>
    passing(deactivateStep(`stop.${campaign.id.value}`, campaign, context.compiled.program)),
  )
  const gone = switchOffs(input.switchedOff, known)
  const parts = divide(pending, input)
  const proved = proof(loud, paused, context)
  const isOnlyEndpoint =
    offs.length + gone.length + parts.edits.length + parts.activations.length === 0
  return [
    ...parts.endpointFirst,
    ...(isOnlyEndpoint ? parts.endpointLast : []),
    ...offs,
    ...gone,
    ...parts.edits,
    ...activations(paused, parts.activations, context),
    ...proved,
    ...parts.rotations,
    ...removals,
    ...(isOnlyEndpoint ? [] : parts.endpointLast),
  ]
}

interface Parts {
  readonly endpointFirst: readonly PlanStep[]
  readonly endpointLast: readonly PlanStep[]
  readonly edits: readonly PlanStep[]
  readonly activations: readonly PlanStep[]
  readonly rotations: readonly PlanStep[]
}

function divide(pending: readonly PlanStep[], { context, changes }: AroundInput): Parts {
  const rotated = pending.filter(isRotation)
  const rest = pending.filter((each) => !isRotation(each))
  const ofEndpoint = endpointSteps(rest, changes, context)
  const isLast = (each: PlanStep): boolean => followsMarketo(each, changes)
  const others = rest.filter((each) => !each.step.id.startsWith('endpoint.'))
  return {
    endpointFirst: ofEndpoint.filter((each) => !isLast(each)),
    endpointLast: ofEndpoint.filter(isLast),
    edits: others.filter((each) => !isActivation(each)),
    activations: others.filter(isActivation),
    rotations: rotated.flatMap((each) => rotationOf(each, context)),
  }
}

/** A secret that the endpoint knows already, with another day on which it expires: another value. */
function isRotation({ step: { id }, motion }: PlanStep): boolean {
  return motion === 'edit' && id.startsWith('endpoint.secret.')
}

/** All of the rotation but for writing its day down, which has been done; with its end it is known. */
function rotationOf(each: PlanStep, context: StepContext): readonly PlanStep[] {
  const secret = each.step.id.slice('endpoint.secret.'.length)
  const steps = rotations(context)
    .filter((rotation) => rotation.secret.id.value === secret)
    .flatMap((rotation) => rotation.steps)
    .filter(({ id }) => id !== `rotate.${secret}.record`)
  return steps.map((one, index) => {
    const isLast = index === steps.length - 1
    return { ...passing(one), motion: 'edit', settles: isLast ? each.settles : [] }
  })
}

function isActivation({ step: { id } }: PlanStep): boolean {
  return id.startsWith('campaign.') && id.endsWith('.activate')
}

/** A name and a description may be edited while calls are made. */
function isQuiet({ step: { id }, motion, changes }: PlanStep): boolean {
  if (motion !== 'edit' || changes.length === 0) return false
  return /^webhook\.[^.]+\.dialog$/.test(id)
    ? changes.every(({ place }) => QUIET_FIELDS.includes(place))
    : /^campaign\.[^.]+\.create$/.test(id)
}

/** Campaigns that are on and must be off meanwhile: those that are edited, and those that call what is edited. */
function pausedCampaigns(
  loud: readonly PlanStep[],
  { context, known }: AroundInput,
): readonly Campaign[] {
  const { program } = context.compiled
  const { callers } = campaignRoles(context.compiled)
  const ids = loud.filter((each) => !isActivation(each)).map((each) => each.step.id)
  const webhooks = new Set(ids.flatMap((id) => /^webhook\.([^.]+)\./.exec(id)?.[1] ?? []))
  const isOn = ({ id }: Campaign): boolean => known.steps.has(`campaign.${id.value}.activate`)
  const isTouched = (campaign: Campaign): boolean =>
    ids.some((id) => id.startsWith(`campaign.${campaign.id.value}.`)) ||
    calledWebhooks(campaign, program).some((webhook) => webhooks.has(webhook))
  const paused = program.campaigns.filter(
    (campaign) => isTriggered(campaign) && isOn(campaign) && isTouched(campaign),
  )
  return [
    ...paused.filter((campaign) => callers.includes(campaign)),
    ...paused.filter((campaign) => !callers.includes(campaign)),
  ]
}

/** Catchers before callers, whether they are on for the first time or again. */
function activations(
  paused: readonly Campaign[],
  first: readonly PlanStep[],
  { compiled }: StepContext,
): readonly PlanStep[] {
  return activateSteps(compiled.program).flatMap((each): readonly PlanStep[] => {
    const made = first.find(({ step: { id } }) => id === each.id)
    if (made !== undefined) return [made]
    const isPaused = paused.some(({ id }) => each.id === `campaign.${id.value}.activate`)
    return isPaused ? [passing(each)] : []
  })
}

/** What a call depends on was touched: one test person goes through, and whoever came in between is sent. */
function proof(
  loud: readonly PlanStep[],
  paused: readonly Campaign[],
  { compiled }: StepContext,
): readonly PlanStep[] {
  const { callers } = campaignRoles(compiled)
  const called = new Set(callers.flatMap((campaign) => calledWebhooks(campaign, compiled.program)))
  const isCalling = loud.some(({ step: { id } }) => {
    const [kind = '', thing = '', part] = id.split('.')
    if (kind === 'webhook' || (kind === 'endpoint' && part === 'ready')) return called.has(thing)
    return kind === 'campaign' || id.startsWith('program.token.')
  })
  if (callers.length === 0 || !isCalling) return []
  const hasMissed = paused.some((campaign) => callers.includes(campaign))
  return [passing(proveStep()), ...(hasMissed ? [passing(sendAgainStep())] : [])]
}

function passing(each: Step): PlanStep {
  return { step: each, motion: 'around', changes: [], settles: [] }
}
