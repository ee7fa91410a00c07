import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { isAtLeast } from '../diagnostic/severity.ts'
import { secretsByReference } from '../lint/rules/secrets-by-reference.ts'
import type { Host } from '../host/host.ts'
import { dayOf } from '../model/review.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Report } from '../report/report.ts'
import { applySuppressions } from '../suppression/apply-suppressions.ts'
import { readSuppressions } from '../suppression/read-suppressions.ts'
import type { BuildInput } from './run-build.ts'
import { runLint } from './run-lint.ts'

/** Why nothing may be built, as a report; undefined when something may. */
export function obstacleTo(
  input: BuildInput,
  { now }: Pick<Host, 'now'>,
): Omit<Report, 'toolVersion'> | undefined {
  const { workspace, pages } = input
  const unread = orderDiagnostics([...workspace.diagnostics, ...pages.diagnostics])
  if (hasErrors(unread)) {
    return reportOf(unread, 'nothing is built from a definition that could not be read', input)
  }
  const typed = typedCredentials(workspace, dayOf(now()))
  if (!hasErrors(typed)) return undefined
  const why = 'nothing is built from a definition that holds a credential: pages are for everybody'
  return reportOf(typed, why, input)
}

/** What a comment says is no credential is none; a baseline says nothing of that. */
function typedCredentials(workspace: Workspace, today: string): readonly Diagnostic[] {
  const typed = runLint(workspace).filter(({ rule }) => rule === secretsByReference.id)
  const { suppressions } = readSuppressions(workspace.files)
  return applySuppressions(typed, suppressions, { today, maySuppress: () => true }).left
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => isAtLeast(severity, 'error'))
}

function reportOf(
  diagnostics: readonly Diagnostic[],
  why: string,
  { workspace, pages }: BuildInput,
): Omit<Report, 'toolVersion'> {
  const files = [...workspace.files, ...pages.files]
  return { diagnostics, results: [], files, checked: [{ text: why }] }
}
