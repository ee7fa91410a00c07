import { declareBaselineOptions, updateBaselineOption } from '../baseline-options.ts'
import type { CliCommand } from '../command.ts'
import { declareTestOptions } from '../test-words.ts'
import type { CheckWords } from '../work/check-programs.ts'

export const check: CliCommand = {
  name: 'check',
  declare: (command, run) => {
    declareBaselineOptions(declareTestOptions(command))
      .description('lint, build --check and test: what a pull request gets')
      .option('--today <day>', "the day to judge secrets by, as 2026-11-26 (the machine's)")
      .argument('[programs...]', 'ids or folders; all when none is named')
      .addOption(updateBaselineOption().conflicts(['shard']))
      .action((names: readonly string[], words: CheckWords) =>
        run(async (context) => {
          const { checkPrograms } = await import('../work/check-programs.ts')
          return checkPrograms(names, words, context)
        }),
      )
  },
}
