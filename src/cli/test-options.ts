import { UsageError, type CommandContext } from './command.ts'
import type { TestOptions } from './run-tests.ts'
import type { TestWords } from './test-words.ts'

/** The words of the command line with a seed in any case, so that every run can be repeated. */
export function testOptions(
  words: TestWords,
  { host }: CommandContext,
): Omit<TestOptions, 'found' | 'hidden'> {
  if (words.shard !== undefined && words.seed === undefined) {
    throw new UsageError('--shard needs --seed, the same for every shard')
  }
  if (words.shard !== undefined && words.path !== undefined) {
    throw new UsageError('--path names one lead: it cannot be divided by --shard')
  }
  if (words.minCoverage !== undefined && words.path !== undefined) {
    throw new UsageError('--path names one lead: it cannot reach what --min-coverage asks for')
  }
  return {
    runs: words.runs,
    seed: words.seed ?? host.randomSeed(),
    maxTime: words.maxTime,
    path: words.path,
    env: words.env,
    webhook: words.webhook,
    only: words.only,
    target: words.target,
    shard: words.shard,
    minCoverage: words.minCoverage,
  }
}
