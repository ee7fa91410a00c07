import { declareBaselineOptions, updateBaselineOption } from '../baseline-options.ts'
import type { CliCommand } from '../command.ts'
import type { BaselineWords } from '../open-baseline.ts'

interface LintWords extends BaselineWords {
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly diff?: boolean
}

export const lint: CliCommand = {
  name: 'lint',
  declare: (command, run) => {
    declareBaselineOptions(command)
      .description('find what Marketo would do wrong')
      .argument('[programs...]', 'ids or folders; all when none is named')
      .option('--fix', 'mend what can be mended in one way only, and report what is left')
      .option('--dry-run', 'print what --fix would change, and change nothing')
      .option('--diff', 'the same as --dry-run')
      .addOption(updateBaselineOption().conflicts(['fix', 'dryRun', 'diff']))
      .action((names: readonly string[], words: LintWords) =>
        run(async (context) => {
          const isDryRun = words.dryRun === true || words.diff === true
          if (words.fix === true || isDryRun) {
            const { fixPrograms } = await import('../work/fix-programs.ts')
            return fixPrograms(names, { ...words, isDryRun }, context)
          }
          const { lintPrograms } = await import('../work/lint-programs.ts')
          return lintPrograms(names, words, context)
        }),
      )
  },
}
