import { Option } from 'commander'
import type { CliCommand } from '../command.ts'

interface ShowWords {
  readonly env?: string
  readonly provenance?: boolean
  readonly tokens?: boolean
  readonly answers?: boolean
}

export const show: CliCommand = {
  name: 'show',
  declare: (command, run) => {
    command
      .description(
        'print a program as an environment gets it, the proof of each of its tokens, or what follows from every answer',
      )
      .argument('[program]', 'id or folder')
      .option(
        '--env <id>',
        'the environment; for tokens and answers all of them when none is named',
      )
      .option('--provenance', 'say where each value was written')
      .addOption(
        new Option(
          '--tokens',
          'say of each token where it stands and whether that is safe',
        ).conflicts(['provenance']),
      )
      .addOption(
        new Option(
          '--answers',
          'say what the endpoint may do, what Marketo does, what is written, who notices',
        ).conflicts(['provenance', 'tokens']),
      )
      .action((named: string | undefined, { env, provenance, tokens, answers }: ShowWords) =>
        run(async (context) => {
          const { programToShow } = await import('../program-to-show.ts')
          const name = programToShow(named, context)
          if (answers === true) {
            const { showAnswers } = await import('../work/show-answers.ts')
            return showAnswers(name, env, context)
          }
          if (tokens === true) {
            const { showTokens } = await import('../work/show-tokens.ts')
            return showTokens(name, env, context)
          }
          const { showProgram } = await import('../work/show-program.ts')
          return showProgram(name, env, provenance === true, context)
        }),
      )
  },
}
