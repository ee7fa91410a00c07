import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { sentAssumptions } from '../compile/sent-assumptions.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import { REQUEST_CHECKS } from './checks.ts'
import type { CheckCount, ContractResult } from './contract-result.ts'
import { describeFailure } from './describe-failure.ts'
import { failureKey, judge, openCourt, type Court } from './judge.ts'
import { caseAt, fixedCases, randomCases, type LeadCase } from './lead-cases.ts'
import { leadSpace } from './lead-space.ts'
import { pinnedValues } from './pinned-values.ts'
import { checkSubject } from './render-case.ts'
import { shrinkLead } from './shrink-lead.ts'
import {
  answeringInMemory,
  answeringOverHttp,
  testOverHttp,
  type Network,
} from './test-over-http.ts'
import { testResponses } from './test-responses.ts'

export interface TestInput {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  /** How many leads in all; the deterministic ones come first and are never cut. */
  readonly runs: number
  readonly seed: number
  /** One lead alone, as a failure's replay line names it. */
  readonly path: string | undefined
  readonly leads: readonly LeadFixture[]
  /** Undefined for the target `schema`, which makes no network call. */
  readonly network: Network | undefined
  readonly now: () => number
  readonly onProgress: (done: number, total: number) => void
}

/** Tests one webhook against its contract, for many leads, in every possible world. */
export async function testWebhook(input: TestInput): Promise<ContractResult> {
  const { compiled, webhook, network, now } = input
  const started = now()
  const pinned = pinnedValues(compiled)
  const worlds = assumptionSets(sentAssumptions(webhook), pinned)
  const court = openCourt(checkSubject(webhook), leadSpace(webhook, compiled.program), worlds)
  const cases = casesOf(input, court)
  const tally = newTally()
  judgeAll(court, cases, input, tally)
  if (input.path === undefined) await judgeAnswers(court, cases, { pinned, network, tally })
  return {
    program: compiled.program.id.value,
    environment: compiled.program.environment.id.value,
    webhook: webhook.id,
    target: network === undefined ? 'schema' : 'receiver',
    seed: input.seed,
    leads: cases.length,
    assumptionSets: worlds.length,
    checks: tally.counts(),
    coverage: [],
    failures: [...tally.failures.values()],
    measured: { milliseconds: now() - started, latencies: [] },
  }
}

function casesOf(input: TestInput, { space }: Court): readonly LeadCase[] {
  const { webhook, compiled, leads, runs, seed, path } = input
  const fixed = fixedCases(space, webhook, compiled.program, leads)
  if (path === undefined)
    return [...fixed, ...randomCases(space, seed, Math.max(0, runs - fixed.length))]
  const only = caseAt(path, fixed, space, seed)
  return only === undefined ? [] : [only]
}

interface Tally {
  readonly failures: Map<string, Diagnostic>
  readonly count: (check: string, isPassed: boolean) => void
  readonly counts: () => readonly CheckCount[]
}

function newTally(): Tally {
  const counts = new Map<string, { passed: number; failed: number }>()
  return {
    failures: new Map(),
    count: (check, isPassed) => {
      const entry = counts.get(check) ?? { passed: 0, failed: 0 }
      entry[isPassed ? 'passed' : 'failed'] += 1
      counts.set(check, entry)
    },
    counts: () => [...counts].map(([check, entry]) => ({ check, ...entry })),
  }
}

function judgeAll(court: Court, cases: readonly LeadCase[], input: TestInput, tally: Tally): void {
  for (const [index, { path, situation }] of cases.entries()) {
    const failures = judge(court, situation)
    const failed = new Set(failures.map(({ check }) => check.id))
    for (const { id } of REQUEST_CHECKS) tally.count(id, !failed.has(id))
    for (const failure of failures) {
      const key = failureKey(failure)
      if (tally.failures.has(key)) continue
      const lead = shrinkLead(court, situation, failure)
      tally.failures.set(key, describeFailure(court, lead, replayLine(input, path)))
    }
    input.onProgress(index + 1, cases.length)
  }
}

/** A complete command line; ids and paths hold nothing that a shell would read. */
function replayLine({ compiled, webhook, seed }: TestInput, path: string): string {
  const { id, environment } = compiled.program
  return `hookbook test ${id.value} --env ${environment.id.value} --webhook ${webhook.id} --seed ${seed} --path ${path}`
}

async function judgeAnswers(
  court: Court,
  cases: readonly LeadCase[],
  {
    pinned,
    network,
    tally,
  }: {
    readonly pinned: AssumptionSet
    readonly network: Network | undefined
    readonly tally: Tally
  },
): Promise<void> {
  const { webhook } = court.subject
  const answering =
    network === undefined ? answeringInMemory() : answeringOverHttp(webhook, network)
  for (const { check, failure } of await testResponses(webhook, pinned, answering)) {
    tally.count(check, failure === undefined)
    if (failure !== undefined)
      tally.failures.set(`${check} ${failure.at.start} ${failure.message}`, failure)
  }
  if (network === undefined) return
  for (const refusal of await testOverHttp(court, cases, network)) {
    tally.count('endpoint-accepts', refusal === undefined)
    if (refusal !== undefined) tally.failures.set('endpoint-accepts', refusal)
  }
}
