import type { CliCommand } from '../command.ts'
import { UsageError } from '../command.ts'
import type { DoctorWords } from '../work/examine-endpoints.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  declare: (command, run) => {
    command
      .description(
        'check that everything hookbook needs is there; with --env, that endpoints are well',
      )
      .option('--env <id>', 'look at the endpoint of each webhook of this environment')
      .option('--webhook <id>', 'only at that of one webhook')
      .option('--lead <name>', 'the fixture lead for the URL and --send (plain)')
      .option('--send', 'also send the request of this lead, as Marketo would: it may leave traces')
      .option('--allow-host <host>', 'a further host that may be called this time')
      .addHelpText('after', HELP)
      .action((words: DoctorWords) =>
        run(async (context) => {
          const { env } = words
          if (env !== undefined) {
            const { examineEndpoints } = await import('../work/examine-endpoints.ts')
            return examineEndpoints({ ...words, env }, context)
          }
          const [odd] = Object.keys(words)
          if (odd !== undefined) throw new UsageError('endpoints are looked at with --env <id>')
          const { examine } = await import('../work/examine.ts')
          return examine(context)
        }),
      )
  },
}

const HELP = `
Without --send an endpoint gets a handshake and two requests of the method OPTIONS, without the secret and
with it: by HTTP's rules they change nothing. Secrets are read where the project says, and never printed.
Exit code 4 where an endpoint is not well, 5 where it may not be called. docs/secrets.md explains it.

Examples:
  hookbook doctor
  hookbook doctor --env sandbox-emea
  hookbook doctor --env sandbox-emea --webhook crm-lead-sync --send`
