import type { CliCommand } from '../command.ts'
import type { CalibrateWords } from '../calibrate/calibrate-words.ts'

export const calibrate: CliCommand = {
  name: 'calibrate',
  declare: (command, run) => {
    command
      .description(
        'find out what Marketo does and no page says: a probe to call once, and what its capture proves',
      )
      .option('--url <origin>', 'where Marketo reaches "hookbook serve", as https://host')
      .option(
        '--out <folder>',
        'write the probe as a project that "hookbook serve" can serve, with its runbook',
      )
      .option('--capture <file>', 'read what "hookbook serve" has captured')
      .option(
        '--seen <assumption=value>',
        'what was read in the record of the person; may be repeated',
        collect,
        [],
      )
      .option('--write', 'pin in the project file what is proven, and keep all else in it')
      .action((words: CalibrateWords) =>
        run(async (context) => {
          const { calibrateProject } = await import('../work/calibrate-project.ts')
          return calibrateProject(words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
