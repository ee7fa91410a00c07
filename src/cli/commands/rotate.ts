import { Option } from 'commander'
import type { CliCommand } from '../command.ts'
import type { RotateWords } from '../work/rotate-secret.ts'

export const rotate: CliCommand = {
  name: 'rotate',
  declare: (command, run) => {
    command
      .description('the order in which a new secret follows the old one, and how far that is')
      .argument('<secret>', 'the id of the secret')
      .option('--subscription <id>', 'the subscription; needed where the secret is sent in several')
      .addOption(
        new Option('--env <id>', 'an environment of the subscription').conflicts(['subscription']),
      )
      .option('--done <step>', 'record that this step is done; may be repeated', collect)
      .option('--program <id>', 'of a step that each program has: in this one only')
      .option('--by <name>', 'who has done it')
      .option('--dry-run', 'print what would be recorded, and write nothing')
      .option('--verbose', 'every movement of every step')
      .option('--today <day>', "the day to count from, as 2026-11-26 (the machine's)")
      .addHelpText('after', HELP)
      .action((secret: string, words: RotateWords) =>
        run(async (context) => {
          const { rotateSecret } = await import('../work/rotate-secret.ts')
          return rotateSecret(secret, words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

const HELP = `
Steps that are recorded stand in the ledger: commit them. docs/secrets.md explains it.

Examples:
  hookbook rotate crm-sync-key --subscription production
  hookbook rotate crm-sync-key --env prod-emea --done accept --done store --by Ada`
