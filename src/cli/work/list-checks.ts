import { RULES } from '../../lint/rules.ts'
import { severityIn } from '../../lint/rule-severity.ts'
import type { Rule } from '../../lint/rule.ts'
import type { CheckGroup } from '../known-checks.ts'

type ListedChecks = Pick<CheckGroup, 'title' | 'checks'>

/** Everything that can be found: lint rules by category with their severity, then the other checks. */
export function listChecks(others: readonly ListedChecks[]): string {
  const ids = [...RULES.map(({ id }) => id), ...others.flatMap(({ checks }) => checks.map(idOf))]
  const width = Math.max(...ids.map((id) => id.length))
  const severities = Math.max(...RULES.map((rule) => severityWords(rule).length))
  const categories = [...new Set(RULES.map(({ category }) => category))].sort()
  const rules = categories.map((category) => {
    const own = RULES.filter((rule) => rule.category === category)
    const lines = own.map(
      (rule) =>
        `  ${rule.id.padEnd(width)}  ${severityWords(rule).padEnd(severities)}  ${rule.summary}\n`,
    )
    return `lint: ${category}\n${lines.join('')}`
  })
  const checks = others.map(({ title, checks: entries }) => {
    const lines = [...entries]
      .sort(byId)
      .map(([id, summary]) => `  ${id.padEnd(width)}  ${summary}\n`)
    return `${title}\n${lines.join('')}`
  })
  return [...rules, ...checks].join('\n')
}

/** `error`, `strict: warning`, or `info, strict: warning`. */
export function severityWords(rule: Rule): string {
  const usual = severityIn(rule, 'recommended')
  const strict = severityIn(rule, 'strict')
  if (usual === strict) return usual
  return usual === 'off' ? `strict: ${strict}` : `${usual}, strict: ${strict}`
}

function idOf([id]: readonly [string, string]): string {
  return id
}

function byId([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}
