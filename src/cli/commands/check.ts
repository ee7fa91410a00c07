import { declareBaselineOptions, updateBaselineOption } from '../baseline-options.ts'
import type { CliCommand } from '../command.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { declareTestOptions, type TestWords } from '../test-words.ts'

export const check: CliCommand = {
  name: 'check',
  declare: (command, run) => {
    declareBaselineOptions(declareTestOptions(command))
      .description('lint, build --check and test: what a pull request gets')
      .argument('[programs...]', 'ids or folders; all when none is named')
      .addOption(updateBaselineOption().conflicts(['shard']))
      .action((names: readonly string[], words: TestWords & BaselineWords) =>
        run(async (context) => {
          const { checkPrograms } = await import('../work/check-programs.ts')
          return checkPrograms(names, words, context)
        }),
      )
  },
}
