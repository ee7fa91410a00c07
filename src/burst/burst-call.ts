import { chanceOf, drawnAt } from '../base/chance.ts'
import type { Burst, BurstWebhook, Road, RoadCall } from './burst.ts'
import { drawLatency } from './latency.ts'
import type { Priority } from './priority.ts'

/** A call that is to be made. */
export interface BurstCall {
  readonly person: number
  /** Index among the roads of the burst, those beside behind them. */
  readonly road: number
  readonly step: number
  /** 0 for the first. */
  readonly attempt: number
  readonly webhook: number
  readonly isBeside: boolean
  readonly priority: Priority
}

export type Ending = 'answered' | 'failed' | 'timed-out'

/** What the endpoint does with a call. */
export interface Service {
  readonly ending: Ending
  /** How long the connection is taken, at most as long as Marketo waits. */
  readonly duration: number
}

/** What a person brings about who enters a road. */
export function firstCall(burst: Burst, person: number, road: number): BurstCall | undefined {
  return callAt(burst, { person, road, step: 0, attempt: 0 })
}

export interface FollowingCall {
  readonly call: BurstCall
  readonly after: number
}

/** What follows the end of a call: the flow goes on, and a failed one may be made again by a campaign. */
export function callsAfter(
  burst: Burst,
  call: BurstCall,
  ending: Ending,
): readonly FollowingCall[] {
  return [...nextStep(burst, call), ...retry(burst, call, ending)]
}

/** A flow goes on after a failed call as after any other, and once. Source: Experience League, "Webhooks". */
function nextStep(burst: Burst, call: BurstCall): readonly FollowingCall[] {
  if (call.attempt > 0) return []
  const next = callAt(burst, { ...call, step: call.step + 1 })
  const pause = roadAt(burst, call.road)?.calls[call.step + 1]?.pause ?? 0
  return next === undefined ? [] : [{ call: next, after: pause }]
}

function retry(burst: Burst, call: BurstCall, ending: Ending): readonly FollowingCall[] {
  const { times, after } = burst.webhooks[call.webhook]?.retry ?? NO_RETRY
  if (ending === 'answered' || call.attempt >= times) return []
  return [{ call: { ...call, attempt: call.attempt + 1 }, after }]
}

const NO_RETRY = { times: 0, after: 0 }

function roadAt({ roads, beside }: Burst, road: number): Road | undefined {
  return road < roads.length ? roads[road] : beside[road - roads.length]
}

function callAt(
  burst: Burst,
  at: Pick<BurstCall, 'person' | 'road' | 'step' | 'attempt'>,
): BurstCall | undefined {
  const road = roadAt(burst, at.road)
  const call: RoadCall | undefined = road?.calls[at.step]
  if (road === undefined || call === undefined) return undefined
  const { person, step, attempt } = at
  const isBeside = at.road >= burst.roads.length
  const { webhook } = call
  return { person, road: at.road, step, attempt, webhook, isBeside, priority: road.priority }
}

/** What decides about the end of a call. */
export type ServedCall = Pick<BurstCall, 'person' | 'road' | 'step' | 'attempt' | 'webhook'>

/** Of a call, so many numbers are drawn: two for its time, one for its end. */
const DRAWN = 3
const MOST_STEPS = 64
const MOST_ATTEMPTS = 64

/** The same call of the same seed takes the same time, whenever and in whatever order it is made. */
export function serviceOf(
  { seed, timeout, webhooks }: Burst,
  { person, road, step, attempt, webhook }: ServedCall,
): Service {
  const { latency, failing } = webhooks[webhook] ?? NO_WEBHOOK
  const place = ((road * MOST_STEPS + step) * MOST_ATTEMPTS + attempt) * DRAWN
  const chance = chanceOf(seed, person)
  const drawn = (nth: number): number => (drawnAt(chance, place + nth) + 0.5) / 2 ** 24
  const duration = drawLatency(latency, drawn(0), drawn(1))
  if (duration > timeout) return { ending: 'timed-out', duration: timeout }
  return { ending: drawn(2) < failing ? 'failed' : 'answered', duration }
}

const NO_WEBHOOK: Pick<BurstWebhook, 'latency' | 'failing'> = {
  latency: { p50: 1, p99: 1 },
  failing: 0,
}
