import type { CompiledMapping, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Conduct } from '../emulate/answer.ts'
import { bodyText, provesSuccess, readExchange } from '../emulate/read-exchange.ts'
import type { Exchange, HttpRequest, Outcome } from '../emulate/call.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { responseTypeNamed } from '../marketo/response-types/response-types.ts'
import { respond } from '../receiver/answer.ts'
import type { Fault } from '../receiver/fault.ts'
import { faultsOf } from '../receiver/faults.ts'
import { compileSchema } from '../receiver/json-schema.ts'
import { sampleResponse } from '../receiver/sample-response.ts'
import type { SampleSize } from '../receiver/sample-text.ts'
import { writeBody } from '../receiver/write-body.ts'

/** Ids and good states of the checks of answers. */
export const RESPONSE_CHECKS = {
  'mapping-resolves': 'every mapping finds a value in an answer that the response schema allows',
  'mapped-value-fits-field': 'every mapped value can be stored in its field',
  'failure-writes-nothing': 'no failed call writes what stands for success',
  'answers-in-time': 'a call that is not answered ends at the deadline and writes nothing',
} as const

export type ResponseCheckId = keyof typeof RESPONSE_CHECKS

/** How an answer gets to us: in memory, or over real HTTP. */
export type Answering = (conduct: Conduct) => Promise<Exchange>

export interface ResponseJudgement {
  readonly check: ResponseCheckId
  readonly failure: Diagnostic | undefined
}

/** Holds answers against the mappings: sample answers by the schema, then every fault. */
export async function testResponses(
  webhook: CompiledWebhook,
  pinned: AssumptionSet,
  answering: Answering,
): Promise<readonly ResponseJudgement[]> {
  const judgements: ResponseJudgement[] = []
  for (const size of ['usual', 'longest'] as const) {
    const exchange = await sampleExchange(webhook, size, answering)
    if (exchange !== undefined) judgements.push(...judgeSample(webhook, exchange, pinned))
  }
  const faults = await judgeFaults(webhook, pinned, answering)
  return [...judgements, ...faults]
}

/** All at once, because some take their time; in the order of the list. */
function judgeFaults(
  webhook: CompiledWebhook,
  pinned: AssumptionSet,
  answering: Answering,
): Promise<readonly ResponseJudgement[]> {
  return Promise.all(
    faultsOf(webhook).map(async (fault) => {
      const exchange = await answering(fault.conduct(webhook))
      return judgeFault(webhook, fault, exchange, pinned)
    }),
  )
}

/** Undefined where there is nothing to map, or where no sample could be made that the schema allows. */
async function sampleExchange(
  webhook: CompiledWebhook,
  size: SampleSize,
  answering: Answering,
): Promise<Exchange | undefined> {
  if (webhook.mappings.length === 0 || webhook.response?.schema === undefined) return undefined
  const sample = sampleResponse(webhook, size)
  const schema = compileSchema(webhook.response)
  if (schema.status === 'compiled' && schema.check(sample).length > 0) return undefined
  const { mediaType, body } = writeBody(webhook, sample)
  return answering(respond(200, mediaType, body))
}

function judgeSample(
  webhook: CompiledWebhook,
  exchange: Exchange,
  pinned: AssumptionSet,
): readonly ResponseJudgement[] {
  const outcome = readExchange(webhook, exchange, pinned)
  if (outcome.status !== 'written') return []
  return outcome.updates.flatMap(({ mapping, result }): readonly ResponseJudgement[] => {
    const isMissing = result.status === 'unspecified' && result.assumption === 'mapping-null'
    if (isMissing) return [{ check: 'mapping-resolves', failure: unresolved(mapping, exchange) }]
    return [
      { check: 'mapping-resolves', failure: undefined },
      {
        check: 'mapped-value-fits-field',
        failure: result.status === 'written' ? undefined : misfit(mapping, result),
      },
    ]
  })
}

function unresolved(mapping: CompiledMapping, exchange: Exchange): Diagnostic {
  const shown = exchange.status === 'answered' ? bodyText(exchange.response).slice(0, 200) : ''
  return {
    rule: 'mapping-resolves',
    severity: 'error',
    at: mapping.path.at,
    message: `"${mapping.path.value}" finds nothing in an answer that the response schema allows`,
    effect: `"${mapping.fieldName.value}" is not written, from ${shown}`,
    help: 'correct the path, or let the response schema require the member',
  }
}

function misfit(
  mapping: CompiledMapping,
  result: {
    readonly status: 'not-written' | 'unspecified'
    readonly reason: string
    readonly assumption?: string
  },
): Diagnostic {
  const isOpen = result.assumption !== undefined
  return {
    rule: 'mapped-value-fits-field',
    severity: 'error',
    at: mapping.field === undefined ? mapping.fieldName.at : mapping.path.at,
    message: `what "${mapping.path.value}" holds does not fit "${mapping.fieldName.value}": ${result.reason}`,
    effect: isOpen
      ? 'no source says whether it is written'
      : 'it is not written, and nothing says so',
    help: isOpen
      ? `agree another type or length with the endpoint, or pin "${result.assumption ?? ''}" with its evidence`
      : 'map onto a field of that type, or agree another type with the endpoint',
    ...(isOpen ? { assumptions: [result.assumption ?? ''] } : {}),
  }
}

function judgeFault(
  webhook: CompiledWebhook,
  fault: Fault,
  exchange: Exchange,
  pinned: AssumptionSet,
): ResponseJudgement {
  const check = fault.outcomes.includes('timed-out') ? 'answers-in-time' : 'failure-writes-nothing'
  const outcome = readExchange(webhook, exchange, pinned)
  const problem = faultProblem(webhook, fault, exchange, outcome)
  if (problem === undefined) return { check, failure: undefined }
  const failure: Diagnostic = {
    rule: check,
    severity: 'error',
    at: webhook.success?.path.at ?? webhook.at,
    message: `${problem} when the endpoint ${fault.summary}`,
    effect: 'a campaign that waits for success would take a failure for one',
    help: 'let "success" name a member and value that only a real success holds',
  }
  return { check, failure }
}

/** Answers that look like success in everything but their status are no success. */
function faultProblem(
  webhook: CompiledWebhook,
  fault: Fault,
  exchange: Exchange,
  outcome: Outcome,
): string | undefined {
  if (!expectedOutcomes(webhook, fault).includes(outcome.status)) {
    return `the call ends as "${outcome.status}"`
  }
  if (outcome.status !== 'written' || fault.isSuccess) return undefined
  return provesSuccess(webhook, exchange) === true ? 'success is written' : undefined
}

/** Where nothing is read from the answer, no answer can be unreadable. */
function expectedOutcomes(webhook: CompiledWebhook, fault: Fault): Fault['outcomes'] {
  const isRead = responseTypeNamed(webhook.responseType).read !== undefined
  const isRefusedUnread = !isRead && fault.outcomes.includes('unmappable')
  return isRefusedUnread ? ['written'] : fault.outcomes
}

/** A request that carries nothing of a lead, for answers that do not depend on it. */
export function probeRequest(webhook: CompiledWebhook, url: string): HttpRequest {
  return {
    method: webhook.method === 'GET' ? 'GET' : 'POST',
    url,
    headers: [],
    body: webhook.method === 'GET' ? undefined : 'x',
  }
}
