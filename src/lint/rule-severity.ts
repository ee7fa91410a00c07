import type { Severity } from '../diagnostic/finding.ts'
import type { LintProfile, Project } from '../model/project.ts'
import type { Rule } from './rule.ts'

/** How loud a rule is in a profile that nobody has changed. */
export function severityIn({ severity }: Rule, profile: LintProfile): Severity | 'off' {
  return typeof severity === 'string' ? severity : severity[profile]
}

/** How loud a rule is in a project: what it says of this rule, or else what its profile says. */
export function severityFor(rule: Rule, { severities, profile }: Project): Severity | 'off' {
  return severities[rule.id] ?? severityIn(rule, profile)
}
