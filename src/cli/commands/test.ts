import { Option } from 'commander'
import { declareBaselineOptions } from '../baseline-options.ts'
import type { CliCommand } from '../command.ts'
import { declareLiveOptions, type LiveWords } from '../live-words.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { declareTestOptions, type TestWords } from '../test-words.ts'

const PHASES = `
Leads come in phases; --path names one by its phase:
  examples  the plain lead, one that has nothing, every fixture lead
            (plain, nothing, lead/<name>)
  boundary  each token with each value of each class, and with the values at the
            bounds of the request schema, one at a time (token/<n>/<class>/<k>)
  pairs     every two tokens with every two classes (pairs/<k>)
  random    usual and awkward values by chance, up to --runs or --max-time
            (random/<k>); --runs 0 leaves them out`

export const test: CliCommand = {
  name: 'test',
  declare: (command, run) => {
    declareBaselineOptions(declareLiveOptions(declareTestOptions(command)))
      .description(
        'hold rendered requests and answers against the contract, for thousands of awkward leads',
      )
      .argument('[programs...]', 'ids or folders; all when none is named')
      .option('--path <path>', 'one lead alone, as the replay line of a failure names it')
      .addOption(
        new Option(
          '--replay <id>',
          'one found case alone; the first characters of its id are enough',
        ).conflicts(['path', 'only', 'env', 'webhook', 'shard']),
      )
      .addOption(
        new Option(
          '--captures <file>',
          'hold requests that were really made, as `serve` keeps them, against the contract instead; with --endpoint, send them again',
        ).conflicts(['path', 'replay', 'only', 'shard', 'coverage', 'minCoverage', 'maxTime']),
      )
      .option('--only <check>', 'ask this check alone; may be repeated', collect)
      .option('--webhook <id>', 'one webhook alone')
      .addOption(new Option('--env <id>', 'one environment alone'))
      .addHelpText('after', PHASES)
      .action((names: readonly string[], words: TestWords & LiveWords & BaselineWords) =>
        run(async (context) => {
          const { testPrograms } = await import('../work/test-programs.ts')
          return testPrograms(names, words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
