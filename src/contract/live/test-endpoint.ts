import type { CompiledProgram } from '../../compile/compiled-program.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { ContractResult } from '../contract-result.ts'
import { joinFailures } from '../join-failures.ts'
import { proveCourt } from '../proof/prove-webhook.ts'
import { summarizeToken } from '../proof/token-summary.ts'
import { runLeads, type LeadRun } from '../run-leads.ts'
import { WHOLE } from '../shard.ts'
import { spread } from '../test-over-http.ts'
import type { LiveCall } from './call-endpoint.ts'
import { notReady } from './readiness.ts'
import { repeatIsSafe } from './repeat-is-safe.ts'
import { describeVerdicts } from './describe-verdicts.ts'
import { sendLeads, withoutAnswer, type SentCall, type SentLead } from './send-leads.ts'
import { openTrial, type EndpointTestInput, type Trial } from './trial.ts'

export type EndpointTest =
  /** The endpoint cannot be tested yet: one reason, and no leads. */
  | { readonly status: 'not-ready'; readonly reason: string }
  | { readonly status: 'no-such-path' }
  | { readonly status: 'tested'; readonly result: ContractResult; readonly counts: LiveCounts }

export interface LiveCounts {
  readonly sent: number
  /** Leads that the static checks refute, and that are therefore not sent. */
  readonly unsound: number
  /** Sent, or to be sent, without learning anything about them. */
  readonly unknown: number
  readonly isInterrupted: boolean
}

/**
 * Sends the leads of a test to a live endpoint as Marketo would and judges its answers. Only what every
 * static check has passed is sent; the plainest lead goes first, and shows whether the endpoint is ready.
 */
export async function testEndpoint(input: EndpointTestInput): Promise<EndpointTest> {
  const { endpoint } = input
  const started = endpoint.clock.now()
  const trial = openTrial(input)
  const only = input.path === undefined ? undefined : trial.plan.indexOf(input.path)
  if (input.path !== undefined && only === undefined) return { status: 'no-such-path' }
  const { run, sound, judged } = judgeFirst(trial, only)
  const chosen = only === undefined ? chooseLeads(sound, input.runs) : sound
  const [first] = chosen
  const seen = first === undefined ? [] : await sendFirst(trial, first)
  const reason = seen[0] === undefined ? undefined : notReady(seen[0].call)
  if (reason !== undefined) return { status: 'not-ready', reason }
  const sent = [
    ...seen.map(asSent),
    ...(isRefused(seen[0]) ? [] : await sendLeads(trial, chosen.slice(1))),
  ]
  const answered = sent.filter(({ call }) => call.status === 'judged')
  const isWhole = answered.length === sent.length
  const repeated = only === undefined && isWhole ? await repeatFirst(trial, seen[0]) : []
  const found = await describeVerdicts(trial, sent)
  const told = [...run.told.values()].map(({ diagnostic }) => diagnostic)
  const unknown = sent.length - answered.length
  const milliseconds = endpoint.clock.now() - started
  return {
    status: 'tested',
    counts: {
      sent: answered.length,
      unsound: judged - sound.length,
      unknown,
      isInterrupted: endpoint.signal.aborted,
    },
    result: {
      ...describeSetting(trial),
      leads: answered.length,
      ...(unknown === 0 ? {} : { unknown }),
      checks: trial.tally.counts(),
      tokens: proveCourt(trial.court).map(summarizeToken),
      coverage: run.coverage,
      failures: joinFailures([[...told, ...found, ...repeated]]),
      replayed: [],
      measured: { milliseconds, latencies: sent.flatMap(({ call }) => latencyOf(call)) },
    },
  }
}

interface StaticRun {
  readonly run: LeadRun
  /** The leads that every static check passes, by number. */
  readonly sound: readonly number[]
  readonly judged: number
}

/** The same checks as without an endpoint: what they refute would only be refused. */
function judgeFirst(trial: Trial, only: number | undefined): StaticRun {
  const { input, plan } = trial
  const sound: number[] = []
  const run = runLeads({
    ...trial,
    compiled: input.compiled,
    seed: input.seed,
    shard: WHOLE,
    only,
    told: new Map(),
    isLate: () => false,
    onProgress: () => undefined,
    onSound: (index) => void sound.push(index),
  })
  return { run, sound, judged: only === undefined ? plan.count : 1 }
}

/** All of them, or so many, evenly from first to last, so that every token has its part. */
function chooseLeads(sound: readonly number[], runs: number): readonly number[] {
  if (sound.length <= runs) return sound
  return spread(sound.length, runs).flatMap((nth) => sound[nth] ?? [])
}

/** The first call with its answer, which is looked at once more. */
interface FirstCall {
  readonly index: number
  readonly call: LiveCall
}

function asSent({ index, call }: FirstCall): SentLead {
  return { index, call: withoutAnswer(call) }
}

async function sendFirst(trial: Trial, index: number): Promise<readonly FirstCall[]> {
  const { path, situation } = trial.leadAt(index)
  const lead = { path, situation: trial.personOf(situation, index) }
  return [{ index, call: await trial.caller.call(lead, 'preflight') }]
}

/** An endpoint that refuses the plainest lead refuses all of them: one finding says it. */
function isRefused(first: FirstCall | undefined): boolean {
  return (
    first?.call.status === 'judged' &&
    first.call.verdict.faults.some(({ check }) => check === 'endpoint-accepts')
  )
}

/** Only a success can be repeated. */
async function repeatFirst(
  { input, caller, subject, tally, leadAt, personOf }: Trial,
  first: FirstCall | undefined,
): Promise<readonly Diagnostic[]> {
  if (first?.call.status !== 'judged' || first.call.verdict.faults.length > 0) return []
  if (input.endpoint.signal.aborted) return []
  const { path, situation } = leadAt(first.index)
  const verdict = await repeatIsSafe({
    caller,
    subject,
    definition: definitionOf(input.compiled, input.webhook.id),
    lead: { path, situation: personOf(situation, first.index) },
    first: first.call,
  })
  if (verdict.status === 'unknown') return []
  tally.count('repeat-is-safe', verdict.finding?.severity !== 'error')
  return verdict.finding === undefined ? [] : [verdict.finding]
}

function definitionOf(
  { program }: CompiledProgram,
  webhook: string,
): CompiledProgram['program']['webhooks'][number] | undefined {
  return program.webhooks.find(({ id }) => id.value === webhook)
}

function describeSetting({
  input: { compiled, webhook, seed },
  court,
}: Trial): Pick<
  ContractResult,
  'program' | 'environment' | 'webhook' | 'at' | 'target' | 'seed' | 'assumptionSets'
> {
  return {
    program: compiled.program.id.value,
    environment: compiled.program.environment.id.value,
    webhook: webhook.id,
    at: webhook.at,
    target: 'endpoint',
    seed,
    assumptionSets: court.worlds.length,
  }
}

function latencyOf(call: SentCall): readonly number[] {
  return call.status === 'judged' ? [call.milliseconds] : []
}
