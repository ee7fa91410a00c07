import { declareBaselineOptions, updateBaselineOption } from '../baseline-options.ts'
import type { CliCommand } from '../command.ts'
import type { BaselineWords } from '../open-baseline.ts'

export const lint: CliCommand = {
  name: 'lint',
  declare: (command, run) => {
    declareBaselineOptions(command)
      .description('find what Marketo would do wrong')
      .argument('[programs...]', 'ids or folders; all when none is named')
      .addOption(updateBaselineOption())
      .action((names: readonly string[], words: BaselineWords) =>
        run(async (context) => {
          const { lintPrograms } = await import('../work/lint-programs.ts')
          return lintPrograms(names, words, context)
        }),
      )
  },
}
