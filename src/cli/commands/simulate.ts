import { Option, type Command as CommanderCommand } from 'commander'
import { CALL_END_IDS } from '../../campaign/call-end-ids.ts'
import { declareBurstOptions, type BurstWords } from '../burst-words.ts'
import type { CliCommand, Runner } from '../command.ts'
import type { SimulateLeadWords } from '../work/simulate-lead.ts'

export const simulate: CliCommand = {
  name: 'simulate',
  declare: (command, run) => {
    command.description('what would happen in Marketo, in virtual time').helpCommand(false)
    declareLead(command.command('lead'), run)
    declareBurst(command.command('burst'), run)
  },
}

function declareLead(command: CommanderCommand, run: Runner): void {
  command
    .description('follow one lead through the campaigns of a program, step by step')
    .argument('<program>', 'id or folder')
    .option('--env <id>', 'the environment; needed where the program is for several')
    .requiredOption('--lead <name>', 'a fixture lead by name, or its file')
    .addOption(
      new Option(
        '--outcome <end>',
        'how a call ends, success when not given; repeated for further calls, the last one holds for the rest',
      )
        .choices([...CALL_END_IDS])
        .argParser(collect),
    )
    .option('--campaign <id>', 'the campaign whose trigger starts it; else the first that calls')
    .option('--trigger <id>', 'the trigger that starts it; else the first of the campaign')
    .option('--set <field=value>', 'another value of the lead; may be repeated', collect)
    .option('--assume <id=value>', 'another value of an open assumption; may be repeated', collect)
    .option('--diagram', 'as a sequence diagram, in the source of Mermaid')
    .addHelpText('after', LEAD_HELP)
    .action((name: string, words: SimulateLeadWords) =>
      run(async (context) => {
        const { simulateLead } = await import('../work/simulate-lead.ts')
        return simulateLead(name, words, context)
      }),
    )
}

function declareBurst(command: CommanderCommand, run: Runner): void {
  declareBurstOptions(command)
    .description('thousands of people at once: how long it takes, who waits, which tool is better')
    .argument('[program]', 'id or folder; all programs of the environment when not given')
    .addHelpText('after', BURST_HELP)
    .action((name: string | undefined, words: BurstWords) =>
      run(async (context) => {
        const { showBurst } = await import('../work/show-burst.ts')
        return showBurst(name, words, context)
      }),
    )
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

const LEAD_HELP = `
A refusal is a 2xx that says no; late-success is work that was done and answered too late.
Formats: pretty, json (--format); docs/guarantees.md explains what a run is.

Examples:
  hookbook simulate lead lead-sync --env prod-emea --lead plain --outcome timeout
  hookbook simulate lead lead-sync --env prod-emea --lead plain --outcome 503 --outcome success
  hookbook simulate lead lead-sync --env prod-emea --lead empty --set "Lead Score=60" --diagram`

const BURST_HELP = `
Formats: pretty, markdown, json, html (--format html:burst.html); docs/webhooks-or-else.md
says when another tool is better.

Examples:
  hookbook simulate burst lead-sync --env prod-emea --leads 5000
  hookbook simulate burst lead-sync --latency p50=80ms,p99=900ms --over 10m
  hookbook simulate burst lead-sync --format html:burst.html --verify`
