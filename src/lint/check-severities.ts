import { nearest } from '../base/nearest.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Project } from '../model/project.ts'

/** Severities that the project file sets for what bears no such name: they would change nothing. */
export function checkSeverities(
  { severityKeys }: Project,
  known: readonly string[],
): readonly Diagnostic[] {
  return severityKeys
    .filter((key) => !known.includes(key.value))
    .map(({ value, at }): Diagnostic => {
      const meant = nearest(value, known)
      return {
        rule: 'reference-defined',
        severity: 'error',
        at,
        message: `there is no lint rule "${value}"`,
        effect: 'the severity changes nothing',
        help:
          meant === undefined
            ? '"hookbook explain" lists the rules; other checks have one severity'
            : `did you mean "${meant}"?`,
      }
    })
}
