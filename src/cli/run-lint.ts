import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { hideInData } from '../base/hide-texts.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import { lintWorkspace } from '../lint/lint-workspace.ts'
import type { Workspace } from '../model/workspace.ts'

/** Everything that can be said about definitions without rendering a lead. */
export function runLint(workspace: Workspace): readonly Diagnostic[] {
  const findings = hideInData(lintWorkspace(workspace), hiddenTexts(workspace).texts)
  return orderDiagnostics([...workspace.diagnostics, ...findings])
}
