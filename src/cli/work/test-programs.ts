import { isAtLeast } from '../../diagnostic/severity.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { JudgedKind } from '../../suppression/terms.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { findFoundCase } from '../find-found-case.ts'
import { openFoundFolder } from '../found-folder.ts'
import { checkLiveWords, type LiveWords } from '../live-words.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { checkEnvironment, narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { replayCase } from '../replay-case.ts'
import { reportRun } from '../report-run.ts'
import { termsOf } from '../terms-of.ts'
import { testAndKeep, type TestedPrograms } from '../test-and-keep.ts'
import type { TestWords } from '../test-words.ts'
import { testCaptures } from './test-captures.ts'
import { testLive } from './test-live.ts'

export async function testPrograms(
  names: readonly string[],
  words: TestWords & LiveWords & BaselineWords,
  context: CommandContext,
): Promise<number> {
  const { endpoint, captures } = words
  if (captures !== undefined) return testCaptures(names, { ...words, captures }, context)
  if (endpoint !== undefined) return testLive(names, { ...words, endpoint }, context)
  checkLiveWords(words)
  const all = openProject(context)
  checkEnvironment(all, words.env)
  const { workspace, tested } = await (words.replay === undefined
    ? testNamed(names, words, { all, context })
    : testReplayed(names, { ...words, replay: words.replay }, { all, context }))
  const broken = workspace.diagnostics.filter(({ severity }) => isAtLeast(severity, 'error'))
  const outcome = {
    run: tested.run,
    results: tested.results,
    beside: [...broken, ...tested.beside],
    files: [...workspace.files, ...tested.files],
    isOneLead: words.path !== undefined || words.replay !== undefined,
    terms: termsOf(words, { all, workspace, kinds: judgedKinds(words) }, context),
  }
  const report = await reportRun(outcome, context)
  return printReport(report, context, { hasCoverage: words.coverage === true })
}

/** Whoever tests a part judges nothing that the rest might need. */
function judgedKinds({
  path,
  replay,
  only,
  env,
  webhook,
  maxTime,
}: TestWords): readonly JudgedKind[] {
  const narrowed = [path, replay, only, env, webhook, maxTime]
  return narrowed.every((word) => word === undefined) ? ['contract'] : []
}

interface Surroundings {
  readonly all: Workspace
  readonly context: CommandContext
}

interface Tested {
  readonly workspace: Workspace
  readonly tested: TestedPrograms
}

async function testNamed(
  names: readonly string[],
  words: TestWords,
  { all, context }: Surroundings,
): Promise<Tested> {
  const workspace = narrow(all, selectPrograms(all, names))
  const folder = openFoundFolder(all, context.host.files)
  return { workspace, tested: await testAndKeep({ all, workspace, names, folder }, words, context) }
}

async function testReplayed(
  names: readonly string[],
  words: TestWords & { readonly replay: string },
  { all, context }: Surroundings,
): Promise<Tested> {
  if (names.length > 0) throw new UsageError('--replay names a case and its program: name no other')
  const folder = openFoundFolder(all, context.host.files)
  const named = findFoundCase(words.replay, folder)
  const own = all.programs.filter(({ id }) => id === named.found.context.program)
  const workspace = narrow(all, own)
  const subject = { all, workspace, names, folder }
  return { workspace, tested: await replayCase(named, subject, { words, context }) }
}
