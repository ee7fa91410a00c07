import { Option } from 'commander'
import type { CliCommand } from '../command.ts'
import { PATTERN_NAMES } from '../patterns/pattern-names.ts'
import type { InitWords } from '../work/init-project.ts'

export const init: CliCommand = {
  name: 'init',
  declare: (command, run) => {
    command
      .description('write a first project that passes its own check')
      .argument('[folder]', 'where to write it', '.')
      .addOption(
        new Option(
          '--pattern <name>',
          'the program to write; into a project that is there, it is added',
        ).choices([...PATTERN_NAMES]),
      )
      .option('--no-github', 'write no workflows for GitHub')
      .option(
        '--action <owner/repository@commit>',
        'workflows use hookbook from there; from package.json when not given',
      )
      .addHelpText('after', HELP)
      .action((folder: string, words: InitWords) =>
        run(async (context) => {
          const { initProject } = await import('../work/init-project.ts')
          return initProject(folder, words, context)
        }),
      )
  },
}

const HELP = `
Patterns, each with guarantees that "hookbook check" proves:
  lead-sync   a new lead goes to the CRM, and its stage advances only when the CRM has it
  retry       a failure that may pass by itself is tried again, three times at most
  alert       whoever failed is on a list, somebody is told, and another list sends again
  enrichment  facts about a company are fetched and written back, and read only when they are there

Examples:
  hookbook init demo
  hookbook init --pattern retry           into a new project here, or the one that is here`
