import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { Report } from '../report/report.ts'
import { plural } from '../report/summary.ts'
import type { CommandContext } from './command.ts'
import type { BaselineWords } from './open-baseline.ts'
import { narrow, openProject, selectPrograms } from './open-project.ts'
import { readPages } from './read-pages.ts'
import { runLint } from './run-lint.ts'
import { settleReport } from './settle-report.ts'
import { termsOf } from './terms-of.ts'

/** What `lint` says of some programs, or of all. */
export async function lintReport(
  names: readonly string[],
  words: BaselineWords,
  context: CommandContext,
): Promise<Omit<Report, 'toolVersion'>> {
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const pages = await readPages(workspace, context.host.files)
  const findings = {
    diagnostics: orderDiagnostics([...runLint(workspace), ...pages.diagnostics]),
    results: [],
    files: [...workspace.files, ...pages.files],
  }
  const terms = termsOf(words, { all, workspace, kinds: ['lint'] }, context)
  const options = { terms, updatesBaseline: words.updateBaseline === true }
  const checked = [{ text: `${plural(workspace.programs.length, 'program')} linted` }]
  return { ...(await settleReport(findings, options, context)), checked }
}
