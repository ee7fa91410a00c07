import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { isAtLeast } from '../diagnostic/severity.ts'
import type { Host } from '../host/host.ts'
import { secretsByReference } from '../lint/rules/secrets-by-reference.ts'
import { dayOf } from '../model/review.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Report } from '../report/report.ts'
import { applySuppressions } from '../suppression/apply-suppressions.ts'
import { readSuppressions } from '../suppression/read-suppressions.ts'
import { runLint } from './run-lint.ts'

/** Why something is not done, as a report. */
export type Obstacle = Omit<Report, 'toolVersion'>

/** Why nothing may come of definitions: they could not be read, or hold a credential that would be shown. */
export function obstacleIn(
  workspace: Workspace,
  act: 'built' | 'planned' | 'attested' | 'rotated',
  { now }: Pick<Host, 'now'>,
): Obstacle | undefined {
  const unread = orderDiagnostics(workspace.diagnostics)
  if (hasErrors(unread)) {
    const why = `nothing is ${act} from a definition that could not be read`
    return reportOf(unread, why, workspace)
  }
  const typed = typedCredentials(workspace, dayOf(now()))
  if (!hasErrors(typed)) return undefined
  const why = `nothing is ${act} from a definition that holds a credential: pages are for everybody`
  return reportOf(typed, why, workspace)
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

function reportOf(diagnostics: readonly Diagnostic[], why: string, { files }: Workspace): Obstacle {
  return { diagnostics, results: [], files, checked: [{ text: why }] }
}
