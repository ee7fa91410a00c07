import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { hideInData } from '../base/hide-texts.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import { checkSeverities } from '../lint/check-severities.ts'
import { lintWorkspace } from '../lint/lint-workspace.ts'
import { RULES } from '../lint/rules.ts'
import type { Workspace } from '../model/workspace.ts'
import { PAGE_CHECKS } from '../site/page-checks.ts'
import { DUE_CHECKS } from './due/due-checks.ts'

/** Everything that can be said about definitions without rendering a lead. */
export function runLint(workspace: Workspace): readonly Diagnostic[] {
  const findings = hideInData(lintWorkspace(workspace), hiddenTexts(workspace).texts)
  return orderDiagnostics([...workspace.diagnostics, ...unknownRules(workspace), ...findings])
}

/** What has a severity that a project may change: the rules, and the checks of pages. */
function unknownRules({ project }: Workspace): readonly Diagnostic[] {
  if (project === undefined) return []
  return checkSeverities(project, [
    ...RULES.map(({ id }) => id),
    ...Object.keys(PAGE_CHECKS),
    ...Object.keys(DUE_CHECKS),
  ])
}
