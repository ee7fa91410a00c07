import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Workspace } from '../model/workspace.ts'

/** Findings as the project weighs them under `severities`. */
export function weighed(
  diagnostics: readonly Diagnostic[],
  { project }: Workspace,
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = project?.severities[diagnostic.rule] ?? diagnostic.severity
    return severity === 'off' ? [] : [{ ...diagnostic, severity }]
  })
}
