import type { CliCommand } from '../command.ts'

export const explain: CliCommand = {
  name: 'explain',
  declare: (command, run) => {
    command
      .description('say what a finding means, why it matters and how to mend it')
      .argument('[id]', 'a rule or check; all of them are listed when none is named')
      .action((id: string | undefined) =>
        run(async (context) => {
          const { explainRule } = await import('../work/explain-rule.ts')
          return explainRule(id, context)
        }),
      )
  },
}
