import type { CliCommand } from '../command.ts'
import type { TriageWords } from '../work/triage-exports.ts'

export const triage: CliCommand = {
  name: 'triage',
  declare: (command, run) => {
    command
      .description('read exported Call Webhook activities: what failed, why, and who is sent again')
      .argument('<files...>', 'exports of any size, CSV or JSON; - reads what comes in')
      .option('--env <id>', 'judge by the definitions of this environment')
      .option('--webhook <id>', 'only the calls of one webhook')
      .option('--resend <file>', 'write the people who are to be sent again, as CSV')
      .option('--keep <file>', 'write the people who must not be sent again, and why, as CSV')
      .option('--mended <status>', 'the cause of this status is mended; may be repeated', collect)
      .option(
        '--repeat-is-safe <webhook>',
        'its endpoint takes the same call twice; may be repeated',
        collect,
      )
      .option(
        '--column <what=name>',
        'what a column, or an attribute, is called; may be repeated',
        collect,
      )
      .option('--show-values', 'show what endpoints have answered, and ids of people')
      .addHelpText('after', HELP)
      .action((files: readonly string[], words: TriageWords) =>
        run(async (context) => {
          const { triageExports } = await import('../work/triage-exports.ts')
          return triageExports(files, words, context)
        }),
      )
  },
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

const HELP = `
Columns: lead, date, type, webhook, attributes, errorType, response, payload.
Formats: pretty, markdown, json, html (--format); docs/triage.md explains them.

Examples:
  hookbook triage activities.csv                            what happened
  hookbook triage activities.csv --resend again.csv --keep not-again.csv
  hookbook triage activities.csv --mended 401 --resend again.csv
                                                            the key is right again
  hookbook triage log.csv --column webhook=Detail --format html:triage.html`
