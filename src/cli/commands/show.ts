import type { CliCommand } from '../command.ts'

interface ShowWords {
  readonly env?: string
  readonly provenance?: boolean
  readonly tokens?: boolean
}

export const show: CliCommand = {
  name: 'show',
  declare: (command, run) => {
    command
      .description('print a program as an environment gets it, or the proof of each of its tokens')
      .argument('<program>', 'id or folder')
      .option('--env <id>', 'the environment; for tokens all of them when none is named')
      .option('--provenance', 'say where each value was written')
      .option('--tokens', 'say of each token where it stands and whether that is safe')
      .action((name: string, { env, provenance, tokens }: ShowWords) =>
        run(async (context) => {
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
