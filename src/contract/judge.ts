import type { CompiledWebhook, SentWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { Situation } from '../emulate/call.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { CheckSubject, Fault, Rendered, RequestCheck } from './check.ts'
import { REQUEST_CHECKS } from './checks.ts'
import { withValues, type LeadSpace } from './lead-space.ts'
import { mattersFor } from './matters-for.ts'
import { renderCase } from './render-case.ts'

/** What leads are judged against: the webhook, every possible world, and a harmless request in each. */
export interface Court<Webhook extends SentWebhook = CompiledWebhook> {
  readonly subject: CheckSubject<Webhook>
  readonly space: LeadSpace
  readonly worlds: readonly PossibleWorld[]
  /** In the order in which they are asked. */
  readonly checks: readonly RequestCheck[]
  /** Texts that nothing that is told of a failure may show. */
  readonly hidden: readonly string[]
}

export interface PossibleWorld {
  readonly assumptions: AssumptionSet
  /** Undefined when Marketo would send nothing in this world, whatever the lead. */
  readonly plain: Rendered | undefined
}

/** A check that a lead fails in at least one world. */
export interface Failure {
  readonly check: RequestCheck
  readonly fault: Fault
  readonly use: TokenUse | undefined
  /** True when the blamed token has no value: a cause of its own, whichever check it fails. */
  readonly isUnset: boolean
  readonly rendered: Rendered
}

export function openCourt<Webhook extends SentWebhook>(
  subject: CheckSubject<Webhook>,
  space: LeadSpace,
  worlds: readonly AssumptionSet[],
): Court<Webhook> {
  return {
    subject,
    space,
    worlds: worlds.map((assumptions) => ({
      assumptions,
      plain: renderCase(subject, space.plain, assumptions),
    })),
    checks: REQUEST_CHECKS,
    hidden: [],
  }
}

/** What a lead fails: each check and token once, however many worlds agree. */
export function judge(court: Court<SentWebhook>, situation: Situation): readonly Failure[] {
  const found = new Map<string, Failure>()
  for (const world of worldsFor(court, situation)) {
    const rendered = renderIn(court, situation, world)
    if (rendered === undefined) continue
    const failure = firstFailure(court, situation, rendered, world)
    if (failure === undefined) continue
    const key = failureKey(failure)
    if (!found.has(key)) found.set(key, failure)
  }
  return [...found.values()]
}

/** A lead's requests, one for each of the worlds that differ for it. */
export function renderedWorlds(
  court: Court<SentWebhook>,
  situation: Situation,
): readonly Rendered[] {
  return worldsFor(court, situation)
    .map((world) => renderIn(court, situation, world))
    .filter((rendered) => rendered !== undefined)
}

/** The worlds that differ for this lead: of those that are alike for its values, the first. */
function worldsFor(court: Court<SentWebhook>, situation: Situation): readonly PossibleWorld[] {
  const ids = mattersFor(court.subject.uses, situation)
  const seen = new Set<string>()
  return court.worlds.filter(({ assumptions }) => {
    const signature = ids.map((id) => assumptions[id]).join(' ')
    const isNew = !seen.has(signature)
    seen.add(signature)
    return isNew
  })
}

/** The same cause has the same key, whatever the lead and whichever check of the cause speaks first. */
export function failureKey(failure: Failure): string {
  return `${causeOf(failure)} ${failure.use?.key ?? ''}`
}

/** The cause of whatever an unset token does, whichever check it fails. */
export const UNSET = 'unset'

export function causeOf({ check, isUnset }: Failure): string {
  return isUnset ? UNSET : check.cause
}

/** The worlds in which a lead fails a check. */
export function failingWorlds(
  court: Court<SentWebhook>,
  situation: Situation,
  check: RequestCheck,
): readonly AssumptionSet[] {
  return court.worlds
    .filter((world) => failsIn(court, situation, check, world))
    .map(({ assumptions }) => assumptions)
}

function failsIn(
  court: Court<SentWebhook>,
  situation: Situation,
  check: RequestCheck,
  world: PossibleWorld,
): boolean {
  const rendered = renderIn(court, situation, world)
  if (rendered === undefined || world.plain === undefined) return false
  return check.check(rendered, world.plain, court.subject) !== undefined
}

function renderIn(
  court: Court<SentWebhook>,
  situation: Situation,
  world: PossibleWorld,
): Rendered | undefined {
  return world.plain === undefined
    ? undefined
    : renderCase(court.subject, situation, world.assumptions)
}

function firstFailure(
  court: Court<SentWebhook>,
  situation: Situation,
  rendered: Rendered,
  world: PossibleWorld,
): Failure | undefined {
  if (world.plain === undefined) return undefined
  for (const check of court.checks) {
    const fault = check.check(rendered, world.plain, court.subject)
    if (fault === undefined) continue
    const always = check.check(world.plain, world.plain, court.subject)
    const use =
      always === undefined
        ? (blame(court, situation, check, world) ?? fault.use)
        : (always.use ?? fault.use)
    const isUnset = always === undefined && use !== undefined && !hasValue(rendered, use)
    return { check, fault, use, isUnset, rendered }
  }
  return undefined
}

/** An empty text, or one of which nothing is left, is shown as a value that was never set. */
function hasValue({ shown }: Rendered, { key }: TokenUse): boolean {
  return shown.get(key)?.status === 'value'
}

/** The token whose value alone makes the check fail. */
function blame(
  court: Court<SentWebhook>,
  situation: Situation,
  check: RequestCheck,
  world: PossibleWorld,
): TokenUse | undefined {
  return court.space.tokens.find(({ use }) => {
    const value = situation.get(use.key) ?? null
    if (value === court.space.plain.get(use.key)) return false
    return failsIn(court, withValues(court.space, [[use.key, value]]), check, world)
  })?.use
}
