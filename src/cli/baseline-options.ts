import { Option, type Command } from 'commander'

/** Options of every command whose findings the baseline may accept. */
export function declareBaselineOptions(command: Command): Command {
  return command
    .option(
      '--baseline <file>',
      'findings that are accepted; hookbook-baseline.json beside the project file when there is one',
    )
    .option('--no-baseline', 'tell of every finding, also of those in the baseline')
}

/** Of those that look at everything. */
export function updateBaselineOption(): Option {
  return new Option(
    '--update-baseline',
    'accept everything that is found now, and forget what is gone',
  )
}
