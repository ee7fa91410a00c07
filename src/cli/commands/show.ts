import type { CliCommand } from '../command.ts'

export const show: CliCommand = {
  name: 'show',
  declare: (command, run) => {
    command
      .description('print a program as an environment gets it')
      .argument('<program>', 'id or folder')
      .requiredOption('--env <id>', 'the environment')
      .option('--provenance', 'say where each value was written')
      .action((name: string, options: { readonly env: string; readonly provenance?: boolean }) =>
        run(async (context) => {
          const { showProgram } = await import('../work/show-program.ts')
          return showProgram(name, options.env, options.provenance === true, context)
        }),
      )
  },
}
