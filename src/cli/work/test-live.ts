import { hideInData } from '../../base/hide-texts.ts'
import { isAtLeast } from '../../diagnostic/severity.ts'
import { orderDiagnostics } from '../../diagnostic/order-diagnostics.ts'
import type { LiveEndpoint } from '../../contract/live/call-endpoint.ts'
import { testEndpoint, type EndpointTest } from '../../contract/live/test-endpoint.ts'
import type { Host } from '../../host/host.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { Terms } from '../../suppression/terms.ts'
import { aimAt, checkEndpoint, refuseProduction, type Aim } from '../aim-endpoint.ts'
import { OtherSideError, UsageError, type CommandContext } from '../command.ts'
import { describeLive } from '../describe-live.ts'
import { describeRun } from '../describe-run.ts'
import { EXIT } from '../exit-codes.ts'
import type { LiveWords } from '../live-words.ts'
import { NO_LOG, openCallLog, type OpenedLog } from '../open-call-log.ts'
import { callPolicy, openEndpoint } from '../open-endpoint.ts'
import type { BaselineWords } from '../open-baseline.ts'
import { checkEnvironment, narrow, openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { progressLine } from '../progress.ts'
import { noLeadAt, type TestOptions } from '../run-tests.ts'
import { readSecrets } from '../secret-values.ts'
import { settleReport } from '../settle-report.ts'
import { termsOf } from '../terms-of.ts'
import { testOptions } from '../test-options.ts'
import type { TestWords } from '../test-words.ts'

/** Tests a live endpoint: `test` with the word --endpoint. */
export async function testLive(
  names: readonly string[],
  words: TestWords & LiveWords & BaselineWords & { readonly endpoint: string },
  context: CommandContext,
): Promise<number> {
  const all = openProject(context)
  const hidden = hiddenTexts(all).texts
  const options = { ...testOptions(words, context), found: [], hidden }
  checkEnvironment(all, options.env)
  const aim = aimAt(names, options, all)
  const url = checkEndpoint(words.endpoint, aim)
  if (words.allowProduction !== true) refuseProduction(url, all)
  const policy = callPolicy(all.project, words.allowHost)
  const transport = await openEndpoint(words.endpoint, policy, context.host)
  const secretOf = readSecrets(aim.webhook, aim.compiled, all.project, context)
  const width = words.width ?? USUAL_WIDTH
  const workspace = narrow(all, selectPrograms(all, names))
  const terms = termsOf(words, { all, workspace, kinds: [] }, context)
  const log = openLog(words.log, { aim, url, seed: options.seed, width }, context.host)
  const stop = new AbortController()
  const stopListening = context.host.onInterrupt(() => stop.abort())
  const endpoint: LiveEndpoint = {
    url: words.endpoint,
    transport,
    secretOf,
    clock: context.host,
    width,
    perSecond: words.rate,
    signal: stop.signal,
    log: log.call,
  }
  try {
    const test = await run({ aim, endpoint, options, workspace }, context)
    log.end(test.status === 'tested' && test.counts.unknown === 0)
    return await report(test, { endpoint, options, workspace, terms }, context)
  } finally {
    stopListening()
    const problem = log.close()
    if (problem !== undefined) {
      context.host.stderr.write(`hookbook: the log "${words.log ?? ''}" is not whole: ${problem}\n`)
    }
  }
}

/** The figure of the community for Marketo; see the assumption "concurrency". */
const USUAL_WIDTH = 20

interface LoggedAim {
  readonly aim: Aim
  readonly url: URL
  readonly seed: number
  readonly width: number
}

function openLog(
  path: string | undefined,
  { aim: { compiled, webhook }, url, seed, width }: LoggedAim,
  host: Host,
): OpenedLog {
  if (path === undefined) return NO_LOG
  const run = {
    at: new Date(host.now()).toISOString(),
    program: compiled.program.id.value,
    environment: compiled.program.environment.id.value,
    webhook: webhook.id,
    seed,
    endpoint: url.origin,
    width,
  }
  return openCallLog(path, run, host)
}

interface LiveRun {
  readonly aim: Aim
  readonly endpoint: LiveEndpoint
  readonly options: TestOptions
  readonly workspace: Workspace
}

interface LiveOutcome extends Omit<LiveRun, 'aim'> {
  readonly terms: Terms
}

async function run(
  { aim, endpoint, options, workspace }: LiveRun,
  { host, options: { quiet } }: CommandContext,
): Promise<EndpointTest> {
  const progress = progressLine(host, quiet)
  const title = `calling ${new URL(endpoint.url).host} for ${aim.webhook.id}`
  const test = await testEndpoint({
    ...aim,
    runs: options.runs,
    seed: options.seed,
    path: options.path,
    leads: workspace.leads,
    hidden: options.hidden,
    endpoint,
    onProgress: (done, total) => progress.show(`${title}: ${done} of ${total} leads`),
  })
  progress.done()
  return test
}

async function report(
  test: EndpointTest,
  { endpoint, options, workspace, terms }: LiveOutcome,
  context: CommandContext,
): Promise<number> {
  if (test.status === 'no-such-path') throw new UsageError(noLeadAt(options.path ?? ''))
  if (test.status === 'not-ready') {
    throw new OtherSideError(`the endpoint ${endpoint.url} is not ready: ${test.reason}`)
  }
  const { counts } = test
  const result = hideInData(test.result, options.hidden)
  const broken = workspace.diagnostics.filter(({ severity }) => isAtLeast(severity, 'error'))
  const findings = {
    diagnostics: orderDiagnostics([...broken, ...result.failures]),
    results: [result],
    files: workspace.files,
  }
  const exitCode = await printReport(
    {
      ...(await settleReport(findings, { terms }, context)),
      run: describeRun(options, workspace, context),
      checked: describeLive(result, counts, endpoint.url),
    },
    context,
  )
  if (counts.isInterrupted) return EXIT.interrupted
  return exitCode === EXIT.clean && counts.unknown > 0 ? EXIT.otherSide : exitCode
}
