import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { Campaign } from '../model/campaign.ts'
import { listenersTo } from '../model/failure-campaigns.ts'
import type { AnswerRow } from './answer-row.ts'
import type { CoverageCell } from './coverage.ts'
import type { Court } from './judge.ts'
import type { LeadPlan } from './lead-plan.ts'
import { RESPONSE_CHECKS } from './response-check.ts'
import type { Shard } from './shard.ts'
import type { Tally } from './tally.ts'
import {
  answeringInMemory,
  answeringOverHttp,
  HTTP_CHECKS,
  testOverHttp,
  type Network,
} from './test-over-http.ts'
import { testResponses, type TestedResponses } from './test-responses.ts'

export interface AnswersInput {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  readonly network: Network | undefined
  readonly listeners?: readonly Campaign[]
  readonly hidden?: readonly string[]
}

export interface AnswerOptions {
  readonly pinned: AssumptionSet
  readonly tally: Tally
  readonly shard: Shard
  readonly plan: LeadPlan
  readonly isAsked: (check: string) => boolean
}

/** What was found about answers, and about leads that were really sent. */
export interface JudgedAnswers {
  readonly failures: readonly Diagnostic[]
  readonly coverage: readonly CoverageCell[]
  readonly rows: readonly AnswerRow[]
}

export const UNTRIED: JudgedAnswers = { failures: [], coverage: [], rows: [] }

/** Everything about a webhook that needs an endpoint: its answers, and requests over HTTP. */
export async function judgeAnswers(
  input: AnswersInput,
  court: Court,
  options: AnswerOptions,
): Promise<JudgedAnswers> {
  const { tally, shard, plan, isAsked } = options
  const failures = new Map<string, Diagnostic>()
  const tested = await testedResponses(input, options)
  for (const { check, failure } of tested.judgements) {
    if (!isAsked(check)) continue
    tally.count(check, failure === undefined)
    if (failure !== undefined)
      failures.set(`${check} ${failure.at.start} ${failure.message}`, failure)
  }
  const { network } = input
  const isSent = network !== undefined && Object.keys(HTTP_CHECKS).some(isAsked)
  for (const refusal of isSent ? await testOverHttp(court, plan, shard, network) : []) {
    tally.count('endpoint-accepts', refusal === undefined)
    if (refusal !== undefined && !failures.has('endpoint-accepts'))
      failures.set('endpoint-accepts', refusal)
  }
  return { coverage: tested.coverage, rows: tested.rows, failures: [...failures.values()] }
}

/** What endpoints answer does not depend on the lead: the first shard looks at it, for all. */
async function testedResponses(
  { webhook, compiled: { program }, network, listeners = [], hidden = [] }: AnswersInput,
  { pinned, shard, isAsked }: AnswerOptions,
): Promise<TestedResponses> {
  if (shard.index !== 1 || !Object.keys(RESPONSE_CHECKS).some(isAsked)) {
    return { judgements: [], coverage: [], rows: [] }
  }
  return testResponses({
    webhook,
    pinned,
    program,
    hidden,
    listeners: listenersTo(webhook.id, program, listeners),
    answering: network === undefined ? answeringInMemory() : answeringOverHttp(webhook, network),
  })
}
