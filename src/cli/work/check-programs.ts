import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { Workspace } from '../../model/workspace.ts'
import { checkExpiries } from '../../rotation/check-secrets.ts'
import { usedBy } from '../../rotation/used-secrets.ts'
import type { JudgedKind } from '../../suppression/terms.ts'
import type { CommandContext } from '../command.ts'
import { dayToJudgeBy } from '../day-to-judge-by.ts'
import { weighed } from '../weighed.ts'
import { compareFiles } from '../compare-files.ts'
import { openFoundFolder } from '../found-folder.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { proveWorkspace } from '../prove-workspace.ts'
import { readPages } from '../read-pages.ts'
import { runLint } from '../run-lint.ts'
import { reportRun } from '../report-run.ts'
import { testAndKeep } from '../test-and-keep.ts'
import { termsOf } from '../terms-of.ts'
import type { TestWords } from '../test-words.ts'

/** What `check` takes on the command line. */
export interface CheckWords extends TestWords, BaselineWords {
  readonly today?: string
}

/** Lint, build --check, the days of secrets, and test, as one report. */
export async function checkPrograms(
  names: readonly string[],
  words: CheckWords,
  context: CommandContext,
): Promise<number> {
  const today = dayToJudgeBy(words.today, context)
  const all = openProject(context)
  const workspace = narrow(all, selectPrograms(all, names))
  const terms = termsOf(words, { all, workspace, kinds: judgedKinds(words) }, context)
  const pages = await readPages(workspace, context.host.files)
  const findings = [...runLint(workspace), ...pages.diagnostics]
  const { stale, programs } = compareFiles({ workspace, pages }, context.host.files)
  const { diagnostics: promised, count: guarantees } = proveWorkspace(workspace, all)
  const folder = openFoundFolder(all, context.host.files)
  const tested = await testAndKeep({ all, workspace, names, folder }, words, context)
  const outcome = {
    run: { ...tested.run, programs, ...(guarantees === undefined ? {} : { guarantees }) },
    results: tested.results,
    beside: [...findings, ...expiries(workspace, today), ...stale, ...promised, ...tested.beside],
    files: [...workspace.files, ...pages.files, ...tested.files],
    isOneLead: words.path !== undefined,
    terms,
    updatesBaseline: words.updateBaseline === true,
  }
  const report = await reportRun(outcome, context)
  return printReport(report, context, { hasCoverage: words.coverage === true })
}

/** Only what some webhook sends: what nobody uses refuses no call. */
function expiries(workspace: Workspace, today: string): readonly Diagnostic[] {
  const { project, programs } = workspace
  if (project === undefined) return []
  return weighed(checkExpiries(project, { today, isUsed: usedBy(programs) }), workspace)
}

/** Where leads are left out, they might have failed. */
function judgedKinds({ maxTime }: TestWords): readonly JudgedKind[] {
  return maxTime === undefined ? ['lint', 'guarantee', 'contract'] : ['lint', 'guarantee']
}
