import { parseDuration } from '../base/duration.ts'
import { parseShard, type Shard } from '../contract/shard.ts'
import { InvalidArgumentError, Option, type Command } from 'commander'

/** What `test` and `check` take on the command line. */
export interface TestWords {
  readonly runs: number
  readonly seed?: number
  /** In milliseconds. */
  readonly maxTime?: number
  readonly target: 'schema' | 'receiver'
  readonly path?: string
  readonly env?: string
  readonly webhook?: string
  readonly shard?: Shard
  readonly coverage?: boolean
  readonly minCoverage?: number
  /** False for `--no-keep`. */
  readonly keep: boolean
  readonly replay?: string
  readonly only?: readonly string[]
  /** A file of requests that were really made. */
  readonly captures?: string
}

/** Options that both commands have. */
export function declareTestOptions(command: Command): Command {
  return command
    .option(
      '--runs <count>',
      'leads for each webhook; those that are drawn by chance fill up to it',
      wholeNumber,
      2500,
    )
    .option(
      '--seed <number>',
      'the same seed draws the same leads; a fresh one when not given',
      wholeNumber,
    )
    .option(
      '--max-time <duration>',
      'draw no more leads by chance after so long: 30s, 2m; those before them are never cut',
      duration,
    )
    .addOption(
      new Option(
        '--target <target>',
        'schema: no network. receiver: an embedded endpoint on loopback as well',
      )
        .choices(['schema', 'receiver'])
        .default('receiver'),
    )
    .option('--no-keep', 'write no found cases; so it is wherever the variable CI is set')
    .option(
      '--shard <i/n>',
      'one of n equal parts of the leads, for as many machines; see merge-reports',
      shardWord,
    )
    .addOption(coverageOption())
    .addOption(minCoverageOption())
}

/** Also an option of merge-reports. */
export function coverageOption(): Option {
  return new Option('--coverage', 'say in a table what was tried, and what was not')
}

/** Also an option of merge-reports. */
export function minCoverageOption(): Option {
  return new Option(
    '--min-coverage <percent>',
    'a finding for each webhook of whose cells a smaller part was tried',
  ).argParser(percent)
}

function percent(text: string): number {
  const value = wholeNumber(text)
  if (value > 100) throw new InvalidArgumentError('a number from 0 to 100 is expected.')
  return value
}

function shardWord(text: string): Shard {
  const shard = parseShard(text)
  if (shard === undefined) {
    throw new InvalidArgumentError('a part of a whole is expected, such as 1/3, 2/3 or 3/3.')
  }
  return shard
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^[0-9]{1,10}$/.test(text) || value > 2_147_483_647) {
    throw new InvalidArgumentError('a whole number is expected.')
  }
  return value
}

/** `30s`, `2m`, `1.5h`, in milliseconds. */
export function duration(text: string): number {
  const milliseconds = parseDuration(text)
  if (milliseconds !== undefined) return milliseconds
  throw new InvalidArgumentError('a number with its unit is expected, such as 30s, 2m or 1h.')
}
