import type { CliCommand } from '../command.ts'

export const explain: CliCommand = {
  name: 'explain',
  declare: (command, run) => {
    command
      .description(
        'say what a finding means, why it matters and how to mend it; or why a token is safe or not',
      )
      .argument(
        '[id...]',
        'a rule or check, all of them are listed when none is named; or a token, as PROGRAM/WEBHOOK/lead.Name',
      )
      .option('--env <id>', 'for a token: one environment alone')
      .action((words: readonly string[], { env }: { readonly env?: string }) =>
        run(async (context) => {
          const id = words.length === 0 ? undefined : words.join(' ')
          const { explainToken, isTokenPath } = await import('../work/explain-token.ts')
          if (id !== undefined && isTokenPath(id)) return explainToken(id, env, context)
          const { explainRule } = await import('../work/explain-rule.ts')
          return explainRule(id, context)
        }),
      )
  },
}
