import type { JudgedKind } from '../../suppression/terms.ts'
import type { CommandContext } from '../command.ts'
import { compareFiles } from '../compare-files.ts'
import { openFoundFolder } from '../found-folder.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { readPages } from '../read-pages.ts'
import { runLint } from '../run-lint.ts'
import { reportRun } from '../report-run.ts'
import { testAndKeep } from '../test-and-keep.ts'
import { termsOf } from '../terms-of.ts'
import type { TestWords } from '../test-words.ts'

/** Lint, build --check and test, as one report. */
export async function checkPrograms(
  names: readonly string[],
  words: TestWords & BaselineWords,
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const terms = termsOf(words, { all, workspace, kinds: judgedKinds(words) }, context)
  const pages = await readPages(workspace, context.host.files)
  const findings = [...runLint(workspace), ...pages.diagnostics]
  const { stale, programs } = compareFiles({ workspace, pages }, context.host.files)
  const folder = openFoundFolder(all, context.host.files)
  const tested = await testAndKeep({ all, workspace, names, folder }, words, context)
  const outcome = {
    run: { ...tested.run, programs },
    results: tested.results,
    beside: [...findings, ...stale, ...tested.beside],
    files: [...workspace.files, ...pages.files, ...tested.files],
    isOneLead: words.path !== undefined,
    terms,
    updatesBaseline: words.updateBaseline === true,
  }
  const report = await reportRun(outcome, context)
  return printReport(report, context, { hasCoverage: words.coverage === true })
}

/** Where leads are left out, they might have failed. */
function judgedKinds({ maxTime }: TestWords): readonly JudgedKind[] {
  return maxTime === undefined ? ['lint', 'contract'] : ['lint']
}
