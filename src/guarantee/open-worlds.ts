import { callEnds } from '../campaign/call-ends.ts'
import { decidingAssumptions } from '../campaign/ended-call.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import { pinnedBy } from '../compile/pinned-by.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { calledWebhook } from '../model/calls.ts'
import { constraintOf, type Campaign } from '../model/campaign.ts'

/** The worlds in which runs may differ: campaigns run in any order, where that is not pinned otherwise. */
export function openWorlds(
  { program, webhooks }: CompiledProgram,
  campaigns: readonly Campaign[],
): readonly AssumptionSet[] {
  const pinned = pinnedBy(program)
  const isMapped = webhooks.some(({ mappings }) => mappings.length > 0)
  const ids = [
    ...(campaigns.some(comparesErrorTypes) ? ['error-type'] : []),
    ...(isMapped && campaigns.some(goesOnAfterCall) ? ['mapping-timing'] : []),
    ...(campaigns.some(comparesNumbers) ? ['unset-number-in-filter'] : []),
    ...webhooks.flatMap((webhook) => decidingAssumptions(webhook, callEnds(webhook))),
  ]
  const order = pinned['campaign-order'] ?? 'any-order'
  return assumptionSets([...new Set(ids)], pinned).map((world) => ({
    ...world,
    'campaign-order': order,
  }))
}

function comparesErrorTypes({ triggers }: Campaign): boolean {
  return triggers.some((trigger) => constraintOf(trigger, 'errorType') !== undefined)
}

function goesOnAfterCall({ flow }: Campaign): boolean {
  const call = flow.findIndex((step) => calledWebhook(step) !== undefined)
  return call !== -1 && call < flow.length - 1
}

const ORDER = /^(?:greater than|less than|at least|at most)$/i

function comparesNumbers({ filters, flow }: Campaign): boolean {
  const all = [...filters, ...flow.flatMap(({ choices }) => choices.map(({ when }) => when))]
  return all.some(({ operator }) => ORDER.test(operator?.value ?? ''))
}
