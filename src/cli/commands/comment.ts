import type { CliCommand } from '../command.ts'
import type { CommentWords } from '../work/write-pull-request-comment.ts'

export const comment: CliCommand = {
  name: 'comment',
  declare: (command, run) => {
    command
      .description('what a pull request is told: what to do by hand, what breaks, what was found')
      .argument('[from]', 'the revision to compare with; where the branch has left the default one')
      .argument('[to]', 'the other revision; the working tree when not given')
      .option(
        '--results <files...>',
        'json reports of "check", or of "test" or "merge-reports"; nothing is tested here',
      )
      .option('--env <id>', 'what concerns one environment')
      .option('--artifact <name>', 'where the whole stands, when a comment cannot hold it')
      .option('--id <id>', 'tells several projects apart; the name of the project when not given')
      .option('--out <file>', 'write it there instead of printing it')
      .action((from: string | undefined, to: string | undefined, words: CommentWords) =>
        run(async (context) => {
          const { writePullRequestComment } = await import('../work/write-pull-request-comment.ts')
          return writePullRequestComment({ from, to, ...words }, context)
        }),
      )
  },
}
