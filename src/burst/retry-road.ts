import { parseWait } from '../marketo/campaigns/parse-wait.ts'
import { calledWebhook, isStartedByCall, isStep, requests } from '../model/calls.ts'
import { settingOf, type Campaign, type FlowStep } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import type { Retry } from './burst.ts'

/** How a program makes a failed call of a webhook again, as far as its campaigns say at a glance. */
export function retryRoad(program: Program, webhook: string): Retry | undefined {
  for (const listener of program.campaigns) {
    if (!isStartedByCall(listener, webhook)) continue
    const caller = program.campaigns.find(
      (other) => (other === listener || requests(listener, other)) && callsIt(other, webhook),
    )
    if (caller === undefined) continue
    const roads = caller === listener ? [listener] : [listener, caller]
    const after = roads.reduce((sum, road) => sum + waitBefore(road, webhook), 0)
    return { times: mostAttempts(roads), after }
  }
  return undefined
}

function callsIt({ flow }: Campaign, webhook: string): boolean {
  return flow.some((step) => calledWebhook(step) === webhook)
}

/** The Waits up to the call, or up to the request for the campaign that makes it. */
function waitBefore({ flow }: Campaign, webhook: string): number {
  const end = flow.findIndex(
    (step) => calledWebhook(step) === webhook || isStep(step, 'Request Campaign'),
  )
  return flow.slice(0, end === -1 ? flow.length : end).reduce((sum, step) => sum + pauseOf(step), 0)
}

/** How long a Wait of a plain duration lasts, in milliseconds; nothing for any other step. */
export function pauseOf(step: FlowStep): number {
  if (!isStep(step, 'Wait')) return 0
  const reading = parseWait(settingOf(step, 'duration')?.value ?? '')
  return reading.status === 'duration' ? reading.minutes * 60_000 : 0
}

/** A filter such as "Sync Attempts less than 3" counts them; without one, one more attempt is taken. */
function mostAttempts(roads: readonly Campaign[]): number {
  const bounds = roads.flatMap(({ filters }) =>
    filters.flatMap(({ operator, value }) => {
      const limit = Number(value?.value)
      if (!Number.isInteger(limit) || limit < 0) return []
      if (operator?.value === 'less than') return [limit]
      return operator?.value === 'at most' ? [limit + 1] : []
    }),
  )
  return bounds.length === 0 ? 1 : Math.min(...bounds)
}
