import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { lintWorkspace } from '../lint/lint-workspace.ts'
import type { Workspace } from '../model/workspace.ts'

/** Everything that can be said about definitions without rendering a lead. */
export function runLint(workspace: Workspace): readonly Diagnostic[] {
  return orderDiagnostics([...workspace.diagnostics, ...lintWorkspace(workspace)])
}
