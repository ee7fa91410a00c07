import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { orderDiagnostics } from '../../src/diagnostic/order-diagnostics.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { positionAt } from '../../src/source/position-at.ts'

/** One line a finding, `path:line:column-line:column severity rule message`: what expected files hold. */
export function compactFindings(workspace: Workspace, diagnostics: readonly Diagnostic[]): string {
  return orderDiagnostics(diagnostics)
    .map(
      (diagnostic) =>
        `${place(workspace, diagnostic)} ${diagnostic.severity} ${diagnostic.rule} ${diagnostic.message}\n`,
    )
    .join('')
}

function place(workspace: Workspace, { at }: Diagnostic): string {
  const file = workspace.files.find((candidate) => candidate.path === at.file)
  if (file === undefined) return at.file
  const start = positionAt(file, at.start)
  const end = positionAt(file, at.end)
  return `${at.file}:${start.line}:${start.column}-${end.line}:${end.column}`
}
