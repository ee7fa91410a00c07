import type { Campaign } from '../model/campaign.ts'
import type { FoundCase } from '../model/found-case.ts'
import type { ContractResult } from './contract-result.ts'
import { joinFailures } from './join-failures.ts'
import { casesToReplay } from './found/cases-to-replay.ts'
import { replayFoundCases } from './found/replay-found-cases.ts'
import { judgeAnswers, UNTRIED } from './judge-answers.ts'
import { proveCourt } from './proof/prove-webhook.ts'
import { summarizeToken } from './proof/token-summary.ts'
import { runLeads } from './run-leads.ts'
import { setUpTest, type TestSetting } from './set-up-test.ts'
import { WHOLE, type Shard } from './shard.ts'
import { newTally } from './tally.ts'
import type { Network } from './test-over-http.ts'

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
  /** Campaigns of other programs that hear the calls of every webhook; none when not given. */
  readonly listeners?: readonly Campaign[]
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
  const options = { pinned, tally, shard, isAsked, plan }
  const answers = path === undefined ? await judgeAnswers(input, whole, options) : UNTRIED
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
    coverage: [...run.coverage, ...answers.coverage],
    ...(answers.rows.length === 0 ? {} : { answers: answers.rows }),
    failures: joinFailures([[...told.map(({ diagnostic }) => diagnostic), ...answers.failures]]),
    cases: told.flatMap((failure) => failure.case ?? []),
    replayed: replay.verdicts,
    measured: { milliseconds: now() - started, latencies: [] },
  }
}
