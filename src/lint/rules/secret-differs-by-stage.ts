import type { Project } from '../../model/project.ts'
import type { Rule } from '../rule.ts'

/** What opens the sandbox should not open production. */
export const secretDiffersByStage: Rule = {
  id: 'secret-differs-by-stage',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'security',
  summary: 'a secret has another value in sandbox subscriptions than in production',
  why: `More people can see a sandbox than production, and its secrets are copied into tests and chats.
With one value for both, whoever has seen the sandbox can call production, and neither can be rotated without the other.
Two variables keep them apart; where one variable holds another value in each job, switch this rule off.`,
  visit: {
    *project(project) {
      for (const { id, from } of project.secrets) {
        for (const [index, { key, value }] of from.entries()) {
          const first = from
            .slice(0, index)
            .find(
              (other) =>
                other.value.value === value.value &&
                stageOf(other.key.value, project) !== stageOf(key.value, project),
            )
          if (first === undefined) continue
          yield {
            at: value.at,
            message: `"${id.value}" is read from one variable for "${first.key.value}" and "${key.value}"`,
            effect: 'with one value, who has seen the secret of the sandbox can call production',
            related: [{ at: first.value.at, message: `that of "${first.key.value}"` }],
            help: 'let the endpoint give out two, and name two variables',
          }
        }
      }
    },
  },
}

function stageOf(subscription: string, { subscriptions }: Project): string | undefined {
  return subscriptions.find(({ id }) => id.value === subscription)?.stage.value
}
