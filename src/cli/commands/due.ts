import type { CliCommand } from '../command.ts'
import type { DueWords } from '../work/list-due.ts'

export const due: CliCommand = {
  name: 'due',
  declare: (command, run) => {
    command
      .description('what is due although nothing has changed: rotations, reviews, stale pages')
      .option('--today <day>', 'the day to judge by, as 2026-11-26; today when not given')
      .option('--ics <file>', 'also write the days of secrets as a calendar to subscribe to')
      .action((words: DueWords) =>
        run(async (context) => {
          const { listDue } = await import('../work/list-due.ts')
          return listDue(words, context)
        }),
      )
  },
}
