import { percentile } from '../base/percentile.ts'
import type { Burst } from './burst.ts'
import type { MadeCall } from './drive-burst.ts'
import { simulateBurst } from './simulate-burst.ts'
import { timeline, type TimelineBin } from './timeline.ts'

/** What came of a burst with so many calls at a time. */
export interface BurstOutcome {
  readonly width: number
  /** When the last call of the burst had ended. */
  readonly drain: number
  /** How long calls of the burst waited for a connection. */
  readonly waits: Waits
  /** Calls of the burst that waited at the same time. */
  readonly mostWaiting: number
  /** Calls of the burst. */
  readonly counts: CallCounts
  /** In the order of the burst's webhooks; those that nobody called are left out. */
  readonly webhooks: readonly WebhookOutcome[]
  readonly timeline: readonly TimelineBin[]
}

export interface Waits {
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly max: number
}

export interface CallCounts {
  readonly calls: number
  readonly failed: number
  readonly timedOut: number
  /** Calls that were made again, by the campaign that does so. */
  readonly repeated: number
}

export interface WebhookOutcome extends CallCounts {
  /** Index among the webhooks of the burst. */
  readonly webhook: number
  /** True where only people beside the burst have called it. */
  readonly isBeside: boolean
  readonly waits: Waits
  /** The part of the connections' time that its calls took, from 0 to 1. */
  readonly share: number
}

/** Simulates a burst and says in figures what came of it. */
export function burstOutcome(burst: Burst): BurstOutcome {
  return summarizeCalls(burst, simulateBurst(burst))
}

/** The same figures for calls that were made, simulated or not. */
export function summarizeCalls(burst: Burst, calls: readonly MadeCall[]): BurstOutcome {
  const own = calls.filter(({ isBeside }) => !isBeside)
  const drain = own.reduce((latest, { ended }) => Math.max(latest, ended), 0)
  const busy = busyTime(calls)
  return {
    width: burst.width,
    drain,
    waits: waitsOf(own),
    mostWaiting: mostWaiting(own),
    counts: countsOf(own),
    webhooks: burst.webhooks.flatMap((_webhook, index) => {
      const its = calls.filter(({ webhook }) => webhook === index)
      if (its.length === 0) return []
      const isBeside = its.every((call) => call.isBeside)
      const share = busy === 0 ? 0 : busyTime(its) / busy
      return [{ webhook: index, isBeside, ...countsOf(its), waits: waitsOf(its), share }]
    }),
    timeline: timeline(calls, drain, burst.webhooks.length),
  }
}

function busyTime(calls: readonly MadeCall[]): number {
  return calls.reduce((sum, { started, ended }) => sum + ended - started, 0)
}

function waitsOf(calls: readonly MadeCall[]): Waits {
  const sorted = Float64Array.from(calls, ({ arrived, started }) => started - arrived).sort()
  return {
    p50: percentile(sorted, 50),
    p90: percentile(sorted, 90),
    p99: percentile(sorted, 99),
    max: percentile(sorted, 100),
  }
}

/** Whoever has a turn at once has not waited. */
function mostWaiting(calls: readonly MadeCall[]): number {
  const arrived = Float64Array.from(calls, (call) => call.arrived).sort()
  const started = Float64Array.from(calls, (call) => call.started).sort()
  let most = 0
  let gone = 0
  for (const [come, time] of arrived.entries()) {
    while ((started[gone] ?? Infinity) <= time) gone += 1
    most = Math.max(most, come + 1 - gone)
  }
  return most
}

function countsOf(calls: readonly MadeCall[]): CallCounts {
  const count = (isCounted: (call: MadeCall) => boolean): number =>
    calls.reduce((sum, call) => sum + (isCounted(call) ? 1 : 0), 0)
  return {
    calls: calls.length,
    failed: count(({ ending }) => ending === 'failed'),
    timedOut: count(({ ending }) => ending === 'timed-out'),
    repeated: count(({ attempt }) => attempt > 0),
  }
}
