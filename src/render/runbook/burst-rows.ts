import { durationWords } from '../../base/duration.ts'
import { figure } from '../../base/figure.ts'
import { rememberRecent } from '../../base/remember-recent.ts'
import type { Burst } from '../../burst/burst.ts'
import { burstOutcome } from '../../burst/burst-outcome.ts'
import { pinnedConcurrency, possibleBounds, USUAL_WIDTH } from '../../burst/concurrency.ts'
import { latencyWords } from '../../model/latency.ts'
import { planBurst } from '../../burst/plan-burst.ts'
import type { CompiledProgram } from '../../compile/compiled-program.ts'
import type { Program } from '../../model/program.ts'

export interface BurstRow {
  readonly leads: string
  readonly atATime: string
  readonly done: string
  readonly longest: string
  /** Milliseconds until all are done: the same as `done`, for a picture. */
  readonly drain: number
}

/** A campaign that went well, and an import of a whole list. */
const SIZES: readonly number[] = [1_000, 5_000]

/** How long people take who come all at once, under each bound that is possible. */
export function burstRows({ program }: CompiledProgram): readonly BurstRow[] {
  const bounds = possibleBounds(pinnedConcurrency(program))
  return SIZES.flatMap((leads) =>
    bounds.map(({ width, words, origin }) => {
      const { drain, longest } = timesOf(
        JSON.stringify({ ...unnamed(burstOf(program, leads)), width }),
      )
      return {
        leads: figure(leads),
        atATime: `${words} (${origin})`,
        done: durationWords(drain),
        longest: durationWords(longest),
        drain,
      }
    }),
  )
}

/** What answers are taken to take, a sentence for each webhook. */
export function burstGrounds({ program }: CompiledProgram): readonly string[] {
  return burstOf(program, 1).webhooks.map(({ name, latency, latencySource }) =>
    latencySource === 'assumed'
      ? `${name}: ${latencyWords(latency)} an answer, Adobe's own example, because the definition states no latency; measure it`
      : `${name}: ${latencyWords(latency)}, as the definition says`,
  )
}

/** Environments of a program differ in names, and not in what takes so long. */
function unnamed(burst: Burst): Burst {
  return { ...burst, webhooks: burst.webhooks.map((webhook) => ({ ...webhook, name: '' })) }
}

/** The pages of all environments, and of programs alike, hold the same figures: they are worked out once. */
const timesOf = rememberRecent((asked): { readonly drain: number; readonly longest: number } => {
  const burst: Burst = JSON.parse(asked)
  const { drain, waits } = burstOutcome(burst)
  return { drain, longest: waits.max }
}, 64)

function burstOf(program: Program, leads: number): Burst {
  return planBurst([program], [], {
    leads,
    over: 0,
    width: USUAL_WIDTH,
    seed: 1,
    latency: undefined,
    latencies: {},
    failing: 0,
    retryTimes: undefined,
    retryAfter: undefined,
    besideEvery: undefined,
  })
}
