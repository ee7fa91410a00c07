import { Command, CommanderError, Option } from 'commander'
import { SEVERITIES } from '../diagnostic/severity.ts'
import type { Host } from '../host/host.ts'
import { nearest } from '../base/nearest.ts'
import { FORMAT_NAMES } from '../report/format-names.ts'
import { COMMANDS } from './commands.ts'
import {
  OtherSideError,
  RefusedError,
  UsageError,
  type CommandContext,
  type Runner,
} from './command.ts'
import type { GlobalOptions } from './global-options.ts'
import { EXIT } from './exit-codes.ts'
import { VERSION } from './version.ts'

/** The command line as a function: arguments and a world in, an exit code out. */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  let exitCode: number = EXIT.clean
  const program = commandLine(host)
  const run: Runner = async (work) => {
    const options: GlobalOptions = { ...program.opts(), format: program.opts()['format'] ?? [] }
    const context: CommandContext = { host, options, argv }
    exitCode = await work(context)
  }
  for (const { name, isHidden = false, declare } of COMMANDS) {
    declare(program.command(name, { hidden: isHidden }), run)
  }
  for (const command of program.commands) quieten(command, host)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    return failed(error, host)
  } finally {
    host.closeTransport()
  }
}

function commandLine(host: Host): Command {
  const program = new Command('hookbook')
    .description(
      'Marketo webhooks as code: define, lint, compile and contract-test them before anyone clicks',
    )
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand(false)
    .option('--config <file>', 'the project file (found upward from here when not given)')
    .option(
      '--format <name[:file]>',
      `form of the report: ${FORMAT_NAMES.join(', ')}; may be repeated`,
      collectFormats,
    )
    .addOption(
      new Option('--fail-level <severity>', 'the least severity that fails')
        .choices([...SEVERITIES])
        .default('error'),
    )
    .option('--color', 'always use colour')
    .option('--no-color', 'never use colour; the variable NO_COLOR does the same')
    .option('--quiet', 'print nothing but findings', false)
    .addHelpText('after', EXAMPLES)
  program.setOptionValue('color', undefined)
  quieten(program, host)
  return program
}

const EXAMPLES = `
Examples:
  hookbook init demo                                     a first project that works
  hookbook check                                         everything that a pull request gets
  hookbook lint programs/lead-sync                       one program
  hookbook lint --fix                                    mend what can be mended in one way only
  hookbook fmt                                           definitions in one layout
  hookbook test lead-sync --runs 5000                    more leads
  hookbook test lead-sync --env sandbox-emea --endpoint http://127.0.0.1:8080
                                                         the same leads, to a live endpoint
  hookbook fire lead-sync --lead plain --dry-run         see the request of one lead
  hookbook serve lead-sync --open                        an endpoint made from the contract
  hookbook explain tokens-unquoted                       what a finding means
  hookbook docs build                                    the runbooks as pages: site/index.html
  hookbook plan --env prod-emea                          who has to do what, in which order
  hookbook attest --env prod-emea --record run.json      what was done by hand, recorded

Exit codes: 0 nothing to report, 1 findings, 2 wrong use, 3 internal fault, 4 the other side,
5 refused, 10 something to do (plan, diff --exit-code), 130 interrupted.`

/** A form that does not exist is told before the work that would be printed in it. */
function collectFormats(value: string, before: readonly string[] = []): readonly string[] {
  const [name = ''] = value.split(':', 1)
  if (FORMAT_NAMES.includes(name)) return [...before, value]
  const meant = nearest(name, FORMAT_NAMES)
  const hint =
    meant === undefined ? `known: ${FORMAT_NAMES.join(', ')}` : `did you mean "${meant}"?`
  throw new UsageError(`there is no format "${name}"; ${hint}`)
}

/** The parser throws instead of ending the process, and prints through the host; so do commands below it. */
function quieten(command: Command, host: Host): void {
  for (const below of command.commands) quieten(below, host)
  command
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: host.stdout.write,
      writeErr: host.stderr.write,
      getOutHelpWidth: () => host.stdout.columns,
      getErrHelpWidth: () => host.stderr.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
}

/** Users' mistakes are one sentence; anything else is a bug and goes on to `bin`. */
function failed(error: unknown, host: Host): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage
  for (const [kind, exitCode] of ENDINGS) {
    if (!(error instanceof kind)) continue
    host.stderr.write(`hookbook: ${error.message}\n`)
    return exitCode
  }
  throw error
}

const ENDINGS = [
  [UsageError, EXIT.usage],
  [RefusedError, EXIT.refused],
  [OtherSideError, EXIT.otherSide],
] as const
