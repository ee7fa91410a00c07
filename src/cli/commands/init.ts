import type { CliCommand } from '../command.ts'

export const init: CliCommand = {
  name: 'init',
  declare: (command, run) => {
    command
      .description('write a first project that passes its own check')
      .argument('[folder]', 'where to write it', '.')
      .action((folder: string) =>
        run(async (context) => {
          const { initProject } = await import('../work/init-project.ts')
          return initProject(folder, context)
        }),
      )
  },
}
