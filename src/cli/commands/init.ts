import type { CliCommand } from '../command.ts'
import type { InitWords } from '../work/init-project.ts'

export const init: CliCommand = {
  name: 'init',
  declare: (command, run) => {
    command
      .description('write a first project that passes its own check')
      .argument('[folder]', 'where to write it', '.')
      .option('--no-github', 'write no workflows for GitHub')
      .option(
        '--action <owner/repository@commit>',
        'workflows use hookbook from there; from package.json when not given',
      )
      .action((folder: string, words: InitWords) =>
        run(async (context) => {
          const { initProject } = await import('../work/init-project.ts')
          return initProject(folder, words, context)
        }),
      )
  },
}
