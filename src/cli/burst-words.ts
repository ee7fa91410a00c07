import { InvalidArgumentError, Option, type Command } from 'commander'
import { parseDuration } from '../base/duration.ts'
import { parseLatency } from '../burst/latency.ts'
import type { Latency } from '../model/latency.ts'
import { duration } from './test-words.ts'

/** What `simulate burst` takes on the command line; times are milliseconds. */
export interface BurstWords {
  readonly env?: string
  readonly leads: number
  readonly over: number
  readonly latency?: readonly GivenLatency[]
  readonly width?: number
  readonly failing: number
  readonly retries?: number
  readonly retryAfter?: number
  /** Milliseconds between two calls. */
  readonly beside: number
  readonly seed?: number
  readonly verify?: boolean
}

/** A latency, of one webhook or of all. */
export interface GivenLatency {
  readonly webhook: string | undefined
  readonly latency: Latency
}

const USUAL_LEADS = 5_000
/** One call in ten seconds. */
const USUAL_BESIDE = '6/m'

export function declareBurstOptions(command: Command): Command {
  return command
    .option('--env <id>', 'the environment; the first one when not given')
    .option('--leads <count>', 'how many people come', upTo(250_000), USUAL_LEADS)
    .option(
      '--over <duration>',
      'they come evenly over so long: 10m; at once when not given',
      duration,
      0,
    )
    .option(
      '--latency <[webhook:]time>',
      'how long endpoints take: 80ms, or p50=80ms,p99=900ms; of one webhook with its id before it; may be repeated. As the definition says when not given',
      latencies,
    )
    .option(
      '--width <count>',
      'calls at a time, of all webhooks together; as "concurrency" is pinned, or 20, when not given',
      upTo(200),
    )
    .option('--failing <percent>', 'the part of the calls that end with an error, as 2%', part, 0)
    .option(
      '--retries <count>',
      'how often a failed call is made again; as the campaigns do when not given',
      upTo(50, 0),
    )
    .option(
      '--retry-after <duration>',
      'how long before it is made again; as the campaigns wait when not given',
      duration,
    )
    .addOption(
      new Option(
        '--beside <count/s>',
        'how often other people call each other webhook of the subscription meanwhile, as 2/s or 6/m; 0 for never',
      )
        .argParser(distance)
        .default(distance(USUAL_BESIDE), USUAL_BESIDE),
    )
    .option(
      '--seed <number>',
      'draws the same times again; 1 when not given',
      upTo(2_147_483_647, 0),
    )
    .option(
      '--verify',
      'make the same calls for real, to an endpoint on this machine, and say how far off the simulation is',
    )
}

function upTo(most: number, least = 1): (text: string) => number {
  return (text) => {
    const value = Number(text.replaceAll(/[,_]/g, ''))
    if (!/^[0-9][0-9,_]*$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`a whole number from ${least} to ${most} is expected.`)
    }
    return value
  }
}

function latencies(text: string, before: readonly GivenLatency[] = []): readonly GivenLatency[] {
  const [, webhook, time = ''] = /^(?:([^:=,]+):)?(.*)$/.exec(text) ?? []
  const latency = parseLatency(time)
  if (latency !== undefined) return [...before, { webhook, latency }]
  throw new InvalidArgumentError(
    `${latencyProblem(time)}; write 80ms, or p50=80ms,p99=900ms with a p99 that is not below the p50.`,
  )
}

function latencyProblem(time: string): string {
  const parts = time.split(',').map((each) => each.replace(/^p(?:50|99)=/, ''))
  const odd = parts.find((each) => parseDuration(each) === undefined)
  return odd === undefined ? `"${time}" cannot be` : `"${odd}" is no time with its unit`
}

function part(text: string): number {
  const [, figure = ''] = /^([0-9]{1,3}(?:\.[0-9]{1,3})?)%$/.exec(text) ?? []
  const value = Number(figure) / 100
  if (figure === '' || value > 1) {
    throw new InvalidArgumentError('a part such as 2% or 0.5% is expected.')
  }
  return value
}

/** `6/m` in milliseconds between two calls; infinite for none. */
function distance(text: string): number {
  if (text === '0') return Infinity
  const [, figure = '', unit = ''] = /^([0-9]{1,6}(?:\.[0-9]{1,3})?)\/(s|m|min)$/.exec(text) ?? []
  const value = Number(figure) / (unit === 's' ? 1 : 60)
  if (unit === '' || value === 0) {
    throw new InvalidArgumentError('a rate such as 2/s or 6/m, or 0, is expected.')
  }
  return 1_000 / value
}
