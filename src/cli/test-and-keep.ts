import { CONTRACT_CHECKS } from '../contract/all-checks.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { hiddenTexts } from '../lint/hidden-texts.ts'
import type { Workspace } from '../model/workspace.ts'
import type { Run } from '../report/report.ts'
import type { SourceFile } from '../source/source-file.ts'
import { UsageError, type CommandContext } from './command.ts'
import { describeRun } from './describe-run.ts'
import type { FoundFolder } from './found-folder.ts'
import { hasNoErrors } from './has-no-errors.ts'
import { keepFailures } from './keep-failures.ts'
import { unknown } from './open-project.ts'
import { runTests, type TestOptions } from './run-tests.ts'
import { staleCases } from './stale-cases.ts'
import { testOptions } from './test-options.ts'
import type { TestWords } from './test-words.ts'

/** What to test: the programs of `workspace`, which are those of `all` that were named. */
export interface TestSubject {
  readonly all: Workspace
  readonly workspace: Workspace
  readonly names: readonly string[]
  readonly folder: FoundFolder
}

/** Test results, with what there is to say of the files in which failures are kept. */
export interface TestedPrograms {
  readonly results: readonly ContractResult[]
  readonly beside: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
  readonly run: Run
}

/** Runs the contract tests, found cases first, and keeps what fails for later runs. */
export async function testAndKeep(
  subject: TestSubject,
  words: TestWords,
  context: CommandContext,
): Promise<TestedPrograms> {
  const { all, workspace, names, folder } = subject
  const { only, path, shard } = words
  checkNames(only ?? [])
  const found = path === undefined ? folder.cases.map((each) => each.found) : []
  const hidden = hiddenTexts(all).texts
  const options = { ...testOptions(words, context), found, hidden }
  const run = runOf(subject, options, context)
  const results = await runTests(workspace.programs, workspace, options, context)
  const isWhole = path === undefined && only === undefined
  const isSound = hasNoErrors(all)
  const marked = keepFailures(results, {
    folder,
    context,
    isWhole,
    isSound: isWhole && isSound,
    refusal: shard === undefined ? refusalToWrite(words, context) : 'one shard of several',
    command: run.command,
  })
  if (path !== undefined) return { results: marked, beside: [], files: [], run }
  const scope = { ...options, names }
  const stale = isSound ? staleCases(folder.cases, { workspace, results }, scope) : []
  const beside = [...folder.diagnostics, ...stale]
  return { results: marked, beside, files: folder.files, run }
}

/** Found cases are read, and decide what the report says, as definitions do. */
export function runOf(
  { all, folder }: TestSubject,
  options: TestOptions,
  context: CommandContext,
): Run {
  return describeRun(options, { ...all, files: [...all.files, ...folder.files] }, context)
}

function checkNames(only: readonly string[]): void {
  const ids = [...CONTRACT_CHECKS.keys()]
  const wrong = only.find((id) => !ids.includes(id))
  if (wrong !== undefined) throw new UsageError(unknown('check', wrong, ids))
}

/** A workflow has no place to keep files in; whoever says --no-keep has a reason. */
export function refusalToWrite(
  { keep }: TestWords,
  { host: { environment } }: CommandContext,
): string | undefined {
  if (!keep) return '--no-keep'
  const ci = environment['CI'] ?? ''
  return ci === '' || ci === 'false' ? undefined : 'the variable CI is set'
}
