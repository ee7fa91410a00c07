import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import type { Workspace } from '../../model/workspace.ts'
import { shownFindings, type ShownFinding } from '../../report/markdown/findings.ts'
import type { CommandContext } from '../command.ts'
import { compareFiles } from '../compare-files.ts'
import { readPages } from '../read-pages.ts'
import { runLint } from '../run-lint.ts'
import { settleReport } from '../settle-report.ts'
import { termsOf } from '../terms-of.ts'

/** What `lint` and `build --check` say of the working tree. */
export async function ownFindings(
  workspace: Workspace,
  context: CommandContext,
): Promise<readonly ShownFinding[]> {
  const { files } = context.host
  const pages = await readPages(workspace, files)
  const { stale } = compareFiles({ workspace, pages }, files)
  const found = {
    diagnostics: orderDiagnostics([...runLint(workspace), ...pages.diagnostics, ...stale]),
    results: [],
    files: [...workspace.files, ...pages.files],
  }
  const terms = termsOf({}, { all: workspace, workspace, kinds: ['lint'] }, context)
  return shownFindings(await settleReport(found, { terms }, context))
}
