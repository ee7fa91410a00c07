import type { CliCommand } from '../command.ts'

export const build: CliCommand = {
  name: 'build',
  declare: (command, run) => {
    command
      .description('write what an admin types into Marketo, the contract and the runbooks')
      .argument('[programs...]', 'ids or folders; all when none is named')
      .option('--check', 'write nothing; print what differs, and fail if anything does')
      .action((names: readonly string[], options: { readonly check?: boolean }) =>
        run(async (context) => {
          const { buildPrograms } = await import('../work/build-programs.ts')
          return buildPrograms(names, options.check === true, context)
        }),
      )
  },
}
