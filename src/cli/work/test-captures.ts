import type { CapturedCall } from '../../capture/captured-call.ts'
import { captureProblemWords, decodeCaptures } from '../../capture/decode-captures.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import {
  callsOf,
  judgeCaptures,
  type AnswerTo,
  type CapturedSubject,
  type CapturesVerdict,
} from '../../contract/captured/judge-captures.ts'
import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import { isAtLeast } from '../../diagnostic/severity.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Checked } from '../../report/report.ts'
import { plural } from '../../report/summary.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { checkLiveWords, type LiveWords } from '../live-words.ts'
import type { BaselineWords } from '../open-baseline.ts'
import {
  checkEnvironment,
  narrow,
  openProject,
  selectDeployments,
  selectPrograms,
} from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { openReplay } from '../replay-captures.ts'
import { settleReport } from '../settle-report.ts'
import { termsOf } from '../terms-of.ts'
import type { TestWords } from '../test-words.ts'

type CapturesWords = Pick<TestWords, 'env' | 'webhook'> &
  BaselineWords &
  LiveWords & { readonly captures: string }

/** Holds requests that were really made against the contract: `test` with the word --captures. */
export async function testCaptures(
  names: readonly string[],
  words: CapturesWords,
  context: CommandContext,
): Promise<number> {
  const { endpoint, captures } = words
  if (endpoint === undefined) checkLiveWords(words)
  const all = openProject(context)
  checkEnvironment(all, words.env)
  const workspace = narrow(all, selectPrograms(all, names))
  const calls = readCaptures(captures, context)
  if (endpoint === undefined) {
    const verdicts = await judgeEach(subjectsIn(workspace, words), calls, captures)
    return report(verdicts, { words, all, workspace, calls }, context)
  }
  const replay = await openReplay(names, { ...words, endpoint }, { all, context })
  try {
    const verdicts = await judgeEach([replay.subject], calls, captures, replay.answerTo)
    replay.checkReached()
    const exitCode = await report(verdicts, { words, all, workspace, calls }, context)
    return replay.isInterrupted() ? EXIT.interrupted : exitCode
  } finally {
    replay.close()
  }
}

async function judgeEach(
  subjects: readonly CapturedSubject[],
  calls: readonly CapturedCall[],
  file: string,
  answerTo?: AnswerTo,
): Promise<readonly CapturesVerdict[]> {
  const verdicts: CapturesVerdict[] = []
  for (const subject of subjects) {
    const own = callsOf(subject, calls)
    if (own.length > 0) verdicts.push(await judgeCaptures(subject, own, answerTo))
  }
  if (verdicts.length === 0) {
    throw new UsageError(`"${file}" holds no request of a webhook that is tested`)
  }
  return verdicts
}

interface Tested {
  readonly words: BaselineWords
  readonly all: Workspace
  readonly workspace: Workspace
  readonly calls: readonly CapturedCall[]
}

async function report(
  verdicts: readonly CapturesVerdict[],
  { words, all, workspace, calls }: Tested,
  context: CommandContext,
): Promise<number> {
  const broken = workspace.diagnostics.filter(({ severity }) => isAtLeast(severity, 'error'))
  const found = verdicts.flatMap(({ diagnostics }) => diagnostics)
  const terms = termsOf(words, { all, workspace, kinds: [] }, context)
  const diagnostics = orderDiagnostics([...broken, ...found])
  const findings = { diagnostics, results: [], files: workspace.files }
  const settled = await settleReport(findings, { terms }, context)
  return printReport({ ...settled, checked: checkedLines(verdicts, calls) }, context)
}

function readCaptures(path: string, { host }: CommandContext): readonly CapturedCall[] {
  const text = host.files.readText(path)
  if (text === undefined) throw new UsageError(`there is no file "${path}"`)
  const { calls, problems } = decodeCaptures(text)
  if (calls.length === 0) throw new UsageError(`"${path}" holds no captured request`)
  for (const problem of problems) {
    host.stderr.write(`hookbook: ${captureProblemWords(problem, path)}\n`)
  }
  return calls
}

function subjectsIn(
  { programs }: Workspace,
  { env, webhook: wanted }: Pick<TestWords, 'env' | 'webhook'>,
): readonly CapturedSubject[] {
  return programs
    .flatMap((family) => selectDeployments(family, env))
    .map(({ program }) => compileProgram(program))
    .flatMap((compiled) => compiled.webhooks.map((webhook) => ({ compiled, webhook })))
    .filter(({ webhook }) => webhook.id === (wanted ?? webhook.id))
}

/** What was looked at, and how much of the file was not. */
function checkedLines(
  verdicts: readonly CapturesVerdict[],
  calls: readonly CapturedCall[],
): readonly Checked[] {
  const lines = verdicts.map(({ subject: { compiled, webhook }, requests, answers }) => {
    const { id, environment } = compiled.program
    const name = `${id.value} ${environment.id.value} ${webhook.id}`
    return {
      text: `${name}: ${plural(requests, 'captured request')}, ${plural(answers, 'answer')}`,
    }
  })
  const subjects = verdicts.map(({ subject }) => subject)
  const judged = new Set(subjects.flatMap((subject) => callsOf(subject, calls)))
  const others = calls.length - judged.size
  return others === 0
    ? lines
    : [...lines, { text: `${plural(others, 'captured request')} of other webhooks not looked at` }]
}
