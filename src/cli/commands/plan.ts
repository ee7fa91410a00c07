import type { CliCommand } from '../command.ts'
import type { PlanWords } from '../work/make-plan.ts'

export const plan: CliCommand = {
  name: 'plan',
  declare: (command, run) => {
    command
      .description(
        'what there is to do in an environment, by whom and in which order, from what was attested last',
      )
      .argument('[programs...]', 'ids or folders; all when none is named')
      .requiredOption('--env <id>', 'the environment')
      .option('--verbose', 'every movement of every step, also of a whole set-up')
      .option('--offline', 'ask files only, not git: edits then name whole dialogs')
      .option('--out <file>', 'keep the plan as JSON; nothing else is ever written')
      .option('--exit-code', 'end with 10 if there is something to do')
      .option('--allow-removals', 'agree that something is taken out of Marketo')
      .addHelpText('after', HELP)
      .action((names: readonly string[], words: PlanWords) =>
        run(async (context) => {
          const { makePlan } = await import('../work/make-plan.ts')
          return makePlan(names, words, context)
        }),
      )
  },
}

const HELP = `
Formats: pretty, markdown, json (--format); docs/plans.md explains them.

Examples:
  hookbook plan --env prod-emea                     every program of prod-emea
  hookbook plan --env prod-emea lead-sync --verbose click by click
  hookbook plan --env prod-emea --out plan.json --exit-code`
