import type { CliCommand } from '../command.ts'
import type { FireWords } from '../work/fire-webhook.ts'

export const fire: CliCommand = {
  name: 'fire',
  declare: (command, run) => {
    command
      .description('make the call of one lead: print it, or send it to an endpoint')
      .argument('<program>', 'id or folder')
      .requiredOption('--lead <name>', 'a fixture lead by name, or its file')
      .option('--env <id>', 'the environment; the first one when not given')
      .option('--webhook <id>', 'the webhook; the first one when not given')
      .option('--dry-run', 'print the request and a curl line, with secrets masked; send nothing')
      .option('--to <url>', 'send the request there instead of to its own host; loopback only')
      .option('--allow-host <host>', 'a further host that may be called this time')
      .action((name: string, words: FireWords) =>
        run(async (context) => {
          const { fireWebhook } = await import('../work/fire-webhook.ts')
          return fireWebhook(name, words, context)
        }),
      )
  },
}
