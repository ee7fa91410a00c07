import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import type { CommandContext } from '../command.ts'
import { narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { plural } from '../../report/summary.ts'
import { readPages } from '../read-pages.ts'
import { runLint } from '../run-lint.ts'

export async function lintPrograms(
  names: readonly string[],
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const pages = await readPages(workspace, context.host.files)
  const checked = [{ text: `${plural(workspace.programs.length, 'program')} linted` }]
  return printReport(
    {
      diagnostics: orderDiagnostics([...runLint(workspace), ...pages.diagnostics]),
      results: [],
      files: [...workspace.files, ...pages.files],
      checked,
    },
    context,
  )
}
