import type { CliCommand } from '../command.ts'

export const lint: CliCommand = {
  name: 'lint',
  declare: (command, run) => {
    command
      .description('find what Marketo would do wrong')
      .argument('[programs...]', 'ids or folders; all when none is named')
      .action((names: readonly string[]) =>
        run(async (context) => {
          const { lintPrograms } = await import('../work/lint-programs.ts')
          return lintPrograms(names, context)
        }),
      )
  },
}
