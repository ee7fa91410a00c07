import type { Diagnostic } from '../diagnostic/finding.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { FoundCase } from '../model/found-case.ts'
import type { ContractResult } from './contract-result.ts'
import { joinFailures } from './join-failures.ts'
import { casesToReplay } from './found/cases-to-replay.ts'
import { replayFoundCases } from './found/replay-found-cases.ts'
import type { Court } from './judge.ts'
import type { LeadPlan } from './lead-plan.ts'
import { proveCourt } from './proof/prove-webhook.ts'
import { summarizeToken } from './proof/token-summary.ts'
import { runLeads } from './run-leads.ts'
import { setUpTest, type TestSetting } from './set-up-test.ts'
import { WHOLE, type Shard } from './shard.ts'
import { newTally, type Tally } from './tally.ts'
import {
  answeringInMemory,
  answeringOverHttp,
  HTTP_CHECKS,
  testOverHttp,
  type Network,
} from './test-over-http.ts'
import { RESPONSE_CHECKS, testResponses } from './test-responses.ts'

export interface TestInput extends TestSetting {
  /** When no more leads are drawn by chance, however many are left; undefined for no limit. */
  readonly maxMilliseconds?: number | undefined
  /** One lead alone, as a failure's replay line names it. */
  readonly path: string | undefined
  /** The checks that are asked, by id; all of them when not given. */
  readonly only?: readonly string[] | undefined
  /** Cases of this webhook that were kept before; they are replayed first. */
  readonly found?: readonly FoundCase[]
  /** The part of the leads that this run judges; all of them when not given. */
  readonly shard?: Shard
  /** Undefined for the target `schema`, which makes no network call. */
  readonly network: Network | undefined
  readonly now: () => number
  readonly onProgress: (done: number, total: number) => void
}

/** Tests one webhook against its contract, for many leads, in every possible world. */
export async function testWebhook(input: TestInput): Promise<ContractResult> {
  const { compiled, webhook, network, now, path, seed, shard = WHOLE } = input
  const started = now()
  const isAsked = (check: string): boolean => input.only?.includes(check) ?? true
  const { pinned, court: whole, pools, plan } = setUpTest(input)
  const court = { ...whole, checks: whole.checks.filter(({ id }) => isAsked(id)) }
  const tally = newTally()
  const only = path === undefined ? undefined : plan.indexOf(path)
  const isLate = (): boolean => now() - started >= (input.maxMilliseconds ?? Infinity)
  const cases = casesToReplay(input.found ?? [], { path, shard, isAsked })
  const replay = replayFoundCases({ court, compiled, seed }, cases, tally)
  const isNoLead = path !== undefined && only === undefined
  const run =
    isNoLead || court.checks.length === 0
      ? { leads: 0, leadsCut: 0, told: replay.told, coverage: [] }
      : runLeads({ ...input, shard, court, pools, plan, only, tally, told: replay.told, isLate })
  const told = [...run.told.values()]
  const options = { pinned, network, tally, shard, isAsked }
  const answers = path === undefined ? await judgeAnswers(whole, plan, options) : []
  return {
    program: compiled.program.id.value,
    environment: compiled.program.environment.id.value,
    webhook: webhook.id,
    at: webhook.at,
    target: network === undefined ? 'schema' : 'receiver',
    seed,
    leads: replay.leads + run.leads,
    ...(run.leadsCut === 0 ? {} : { leadsCut: run.leadsCut }),
    assumptionSets: court.worlds.length,
    checks: tally.counts(),
    tokens: proveCourt(court).map(summarizeToken),
    coverage: run.coverage,
    failures: joinFailures([[...told.map(({ diagnostic }) => diagnostic), ...answers]]),
    cases: told.map((failure) => failure.case),
    replayed: replay.verdicts,
    measured: { milliseconds: now() - started, latencies: [] },
  }
}

interface AnswerOptions {
  readonly pinned: AssumptionSet
  readonly network: Network | undefined
  readonly tally: Tally
  readonly shard: Shard
  readonly isAsked: (check: string) => boolean
}

/** What endpoints answer does not depend on the lead: the first shard looks at it, for all. */
async function judgeAnswers(
  court: Court,
  plan: LeadPlan,
  { pinned, network, tally, shard, isAsked }: AnswerOptions,
): Promise<readonly Diagnostic[]> {
  const { webhook } = court.subject
  const failures = new Map<string, Diagnostic>()
  if (shard.index === 1 && Object.keys(RESPONSE_CHECKS).some(isAsked)) {
    const answering =
      network === undefined ? answeringInMemory() : answeringOverHttp(webhook, network)
    for (const { check, failure } of await testResponses(webhook, pinned, answering)) {
      if (!isAsked(check)) continue
      tally.count(check, failure === undefined)
      if (failure !== undefined)
        failures.set(`${check} ${failure.at.start} ${failure.message}`, failure)
    }
  }
  if (network === undefined || !Object.keys(HTTP_CHECKS).some(isAsked))
    return [...failures.values()]
  for (const refusal of await testOverHttp(court, plan, shard, network)) {
    tally.count('endpoint-accepts', refusal === undefined)
    if (refusal !== undefined && !failures.has('endpoint-accepts'))
      failures.set('endpoint-accepts', refusal)
  }
  return [...failures.values()]
}
