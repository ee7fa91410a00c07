import { isAtLeast } from '../../diagnostic/severity.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { describeRun } from '../describe-run.ts'
import { checkEnvironment, narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { reportRun } from '../report-run.ts'
import { runTests, type TestOptions } from '../run-tests.ts'
import type { TestWords } from '../test-words.ts'

export async function testPrograms(
  names: readonly string[],
  words: TestWords,
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  checkEnvironment(all, words.env)
  const workspace = narrow(all, selectPrograms(all, names))
  const broken = workspace.diagnostics.filter(({ severity }) => isAtLeast(severity, 'error'))
  const options = testOptions(words, context)
  const results = await runTests(workspace.programs, workspace, options, context)
  const report = reportRun({
    run: describeRun(options, all, context),
    results,
    beside: broken,
    files: workspace.files,
    isOneLead: options.path !== undefined,
  })
  return printReport(report, context, { hasCoverage: words.coverage === true })
}

/** The words of the command line with a seed in any case, so that every run can be repeated. */
export function testOptions(words: TestWords, { host }: CommandContext): TestOptions {
  if (words.shard !== undefined && words.seed === undefined) {
    throw new UsageError('--shard needs --seed, the same for every shard')
  }
  if (words.shard !== undefined && words.path !== undefined) {
    throw new UsageError('--path names one lead: it cannot be divided by --shard')
  }
  if (words.minCoverage !== undefined && words.path !== undefined) {
    throw new UsageError('--path names one lead: it cannot reach what --min-coverage asks for')
  }
  return {
    runs: words.runs,
    seed: words.seed ?? host.randomSeed(),
    path: words.path,
    env: words.env,
    webhook: words.webhook,
    target: words.target,
    shard: words.shard,
    minCoverage: words.minCoverage,
  }
}
