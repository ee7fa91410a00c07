import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { sentAssumptions } from '../compile/sent-assumptions.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { ContractResult } from './contract-result.ts'
import { joinFailures } from './join-failures.ts'
import { openCourt, type Court } from './judge.ts'
import { exampleLeads, leadPlan, type LeadPlan } from './lead-plan.ts'
import { leadSpace } from './lead-space.ts'
import { pinnedValues } from './pinned-values.ts'
import { checkSubject } from './render-case.ts'
import { runLeads } from './run-leads.ts'
import { WHOLE, type Shard } from './shard.ts'
import { newTally, type Tally } from './tally.ts'
import {
  answeringInMemory,
  answeringOverHttp,
  testOverHttp,
  type Network,
} from './test-over-http.ts'
import { testResponses } from './test-responses.ts'
import { valuePools } from './value-pool.ts'

export interface TestInput {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  /** How many leads in all; the deterministic ones come first and are never cut. */
  readonly runs: number
  readonly seed: number
  /** When no more leads are drawn by chance, however many are left; undefined for no limit. */
  readonly maxMilliseconds?: number | undefined
  /** One lead alone, as a failure's replay line names it. */
  readonly path: string | undefined
  /** The part of the leads that this run judges; all of them when not given. */
  readonly shard?: Shard
  readonly leads: readonly LeadFixture[]
  /** Undefined for the target `schema`, which makes no network call. */
  readonly network: Network | undefined
  readonly now: () => number
  readonly onProgress: (done: number, total: number) => void
}

/** Tests one webhook against its contract, for many leads, in every possible world. */
export async function testWebhook(input: TestInput): Promise<ContractResult> {
  const { compiled, webhook, network, now, path, seed, shard = WHOLE } = input
  const started = now()
  const pinned = pinnedValues(compiled)
  const worlds = assumptionSets(sentAssumptions(webhook), pinned)
  const court = openCourt(checkSubject(webhook), leadSpace(webhook, compiled.program), worlds)
  const pools = valuePools(court.space, seed)
  const plan = planOf(input, court, pools)
  const tally = newTally()
  const only = path === undefined ? undefined : plan.indexOf(path)
  const isLate = (): boolean => now() - started > (input.maxMilliseconds ?? Infinity)
  const run =
    path !== undefined && only === undefined
      ? NO_LEADS
      : runLeads({ ...input, shard, court, pools, plan, only, tally, isLate })
  const answers =
    path === undefined ? await judgeAnswers(court, plan, { pinned, network, tally, shard }) : []
  return {
    program: compiled.program.id.value,
    environment: compiled.program.environment.id.value,
    webhook: webhook.id,
    at: webhook.at,
    target: network === undefined ? 'schema' : 'receiver',
    seed,
    leads: run.leads,
    assumptionSets: worlds.length,
    checks: tally.counts(),
    coverage: run.coverage,
    failures: joinFailures([[...run.failures.values(), ...answers]]),
    measured: { milliseconds: now() - started, latencies: [] },
  }
}

const NO_LEADS = { leads: 0, failures: new Map<string, Diagnostic>(), coverage: [] } as const

function planOf(
  { webhook, compiled, leads, runs, seed }: TestInput,
  { space }: Court,
  pools: ReturnType<typeof valuePools>,
): LeadPlan {
  const examples = exampleLeads(space, webhook, compiled.program, leads)
  return leadPlan({ space, pools, examples, seed, runs })
}

interface AnswerOptions {
  readonly pinned: AssumptionSet
  readonly network: Network | undefined
  readonly tally: Tally
  readonly shard: Shard
}

/** What endpoints answer does not depend on the lead: the first shard looks at it, for all. */
async function judgeAnswers(
  court: Court,
  plan: LeadPlan,
  { pinned, network, tally, shard }: AnswerOptions,
): Promise<readonly Diagnostic[]> {
  const { webhook } = court.subject
  const failures = new Map<string, Diagnostic>()
  if (shard.index === 1) {
    const answering =
      network === undefined ? answeringInMemory() : answeringOverHttp(webhook, network)
    for (const { check, failure } of await testResponses(webhook, pinned, answering)) {
      tally.count(check, failure === undefined)
      if (failure !== undefined)
        failures.set(`${check} ${failure.at.start} ${failure.message}`, failure)
    }
  }
  if (network === undefined) return [...failures.values()]
  for (const refusal of await testOverHttp(court, plan, shard, network)) {
    tally.count('endpoint-accepts', refusal === undefined)
    if (refusal !== undefined && !failures.has('endpoint-accepts'))
      failures.set('endpoint-accepts', refusal)
  }
  return [...failures.values()]
}
