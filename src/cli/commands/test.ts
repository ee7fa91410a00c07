import { Option } from 'commander'
import type { CliCommand } from '../command.ts'
import { declareLiveOptions, type LiveWords } from '../live-words.ts'
import { declareTestOptions, type TestWords } from '../test-words.ts'

export const test: CliCommand = {
  name: 'test',
  declare: (command, run) => {
    declareLiveOptions(declareTestOptions(command))
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
      .option('--only <check>', 'ask this check alone; may be repeated', collect)
      .option('--webhook <id>', 'one webhook alone')
      .addOption(new Option('--env <id>', 'one environment alone'))
      .action((names: readonly string[], words: TestWords & LiveWords) =>
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
