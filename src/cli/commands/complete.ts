import type { CliCommand } from '../command.ts'

/** What the scripts of `completion` call: every word behind `--`, the one that is being typed last. */
export const complete: CliCommand = {
  name: 'complete',
  isHidden: true,
  declare: (command, run) => {
    command
      .description('print what could stand in the place of the last word, for shells')
      .argument('[words...]', 'the words behind "hookbook"')
      .action((words: readonly string[]) =>
        run(async (context) => {
          const { completeWords } = await import('../work/complete-words.ts')
          return completeWords(command, words, context)
        }),
      )
  },
}
