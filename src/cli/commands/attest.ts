import { Option } from 'commander'
import type { CliCommand } from '../command.ts'
import type { AttestWords } from '../work/attest-programs.ts'

export const attest: CliCommand = {
  name: 'attest',
  declare: (command, run) => {
    command
      .description('record what is in Marketo now: from a run record, or asked step by step')
      .argument('[programs...]', 'ids or folders; all of the environment when none is named')
      .requiredOption('--env <id>', 'the environment')
      .option(
        '--record <file>',
        'a run record that was saved on a runbook; may be repeated',
        collect,
      )
      .addOption(
        new Option('--all', 'everything that "plan" lists is done').conflicts(['record', 'step']),
      )
      .addOption(
        new Option('--step <id>', 'this step is done; may be repeated')
          .argParser(collect)
          .conflicts(['record']),
      )
      .option('--by <name>', 'who attests it; of a record, whoever kept it when not given')
      .option('--dry-run', 'print what would be written, and write nothing')
      .option('--allow-removals', 'agree that something was taken out of Marketo')
      .option(
        '--although-unproven-in <environment>',
        'attest it although it was not attested there first',
      )
      .addHelpText('after', HELP)
      .action((names: readonly string[], words: AttestWords) =>
        run(async (context) => {
          const { attestPrograms } = await import('../work/attest-programs.ts')
          return attestPrograms(names, words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

const HELP = `
Each attestation is a new file in the program's folder "ledger": commit it. docs/plans.md explains it.

Examples:
  hookbook attest --env sandbox-emea lead-sync                    asked step by step
  hookbook attest --env sandbox-emea --record run-record.json     what was ticked on the page
  hookbook attest --env sandbox-emea lead-sync --all --by Ada     everything is done`
