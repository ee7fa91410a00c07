import type { CliCommand } from '../command.ts'
import type { FormatWords } from '../format-words.ts'

export const fmt: CliCommand = {
  name: 'fmt',
  declare: (command, run) => {
    command
      .description('write definitions in one layout; what is read from them stays the same')
      .argument(
        '[programs...]',
        'ids or folders; all files of the project when none is named; - for what comes in',
      )
      .option('--check', 'change nothing, and name the files that would change')
      .option('--diff', 'change nothing, and print what would change')
      .action((names: readonly string[], words: FormatWords) =>
        run(async (context) => {
          const { formatPrograms } = await import('../work/format-programs.ts')
          return formatPrograms(names, words, context)
        }),
      )
  },
}
