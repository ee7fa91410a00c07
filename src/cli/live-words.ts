import { InvalidArgumentError, Option, type Command } from 'commander'
import { UsageError } from './command.ts'

/** What `test` takes on the command line for a live endpoint. */
export interface LiveWords {
  readonly endpoint?: string
  /** Calls at the same time. */
  readonly width?: number
  /** Calls in a second. */
  readonly rate?: number
  readonly log?: string
  readonly allowHost?: string
  readonly allowProduction?: boolean
}

export function declareLiveOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--endpoint <url>',
        'send the leads to a live endpoint instead: an origin, or an origin with a path',
      ).conflicts(['target', 'shard', 'coverage', 'minCoverage', 'only', 'replay']),
    )
    .option(
      '--width <count>',
      'with --endpoint: calls at the same time; 20 when not given, as Marketo is said to make',
      widthOf,
    )
    .option(
      '--rate <count/s>',
      'with --endpoint: calls in a second at most, as 10/s or 600/m',
      perSecond,
    )
    .option('--log <file>', 'with --endpoint: append a line of JSON for each call, without values')
    .option('--allow-host <host>', 'with --endpoint: a further host that may be called this time')
    .option(
      '--allow-production',
      'with --endpoint: call a host that production uses, which is refused otherwise',
    )
}

/** Says so when a word is there that means nothing without --endpoint. */
export function checkLiveWords(words: LiveWords): void {
  const { width, rate, log, allowHost, allowProduction } = words
  const given = Object.entries({
    '--width': width,
    '--rate': rate,
    '--log': log,
    '--allow-host': allowHost,
    '--allow-production': allowProduction,
  }).find(([, value]) => value !== undefined)
  if (given !== undefined)
    throw new UsageError(`${given[0]} is for a live endpoint: add --endpoint`)
}

const WIDEST = 200

function widthOf(text: string): number {
  const value = Number(text)
  if (!/^[0-9]{1,3}$/.test(text) || value < 1 || value > WIDEST) {
    throw new InvalidArgumentError(`a whole number from 1 to ${WIDEST} is expected.`)
  }
  return value
}

function perSecond(text: string): number {
  const [, count = '', unit = ''] = /^([0-9]{1,6}(?:\.[0-9]{1,3})?)\/(s|m|min)$/.exec(text) ?? []
  const value = Number(count) / (unit === 's' ? 1 : 60)
  if (unit === '' || value === 0) {
    throw new InvalidArgumentError('a rate such as 10/s or 600/m is expected.')
  }
  return value
}
