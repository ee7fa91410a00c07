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
      )
      .option('--write', 'pin in the project file what is proven, and keep all else in it')
      .option(
        '--compare <program>',
        'hold captured requests of a program against what hookbook would have sent, under every assumption',
      )
      .option('--env <id>', 'with --compare: the environment; the first one when not given')
      .option('--webhook <id>', 'with --compare: this webhook alone')
      .option('--lead <name>', 'with --compare: the fixture lead that was sent, by name')
      .option('--show-values', 'with --compare: name the characters of values, which are of people')
      .action((words: CalibrateWords) =>
        run(async (context) => {
          const { calibrateProject } = await import('../work/calibrate-project.ts')
          return calibrateProject(words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
