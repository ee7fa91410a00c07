import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { HttpRequest } from '../emulate/call.ts'
import type { Program } from '../model/program.ts'
import { answerRows, type RowsInput } from './answer-rows.ts'
import type { AnswerRow } from './answer-row.ts'
import type { CoverageCell } from './coverage.ts'
import { faultCell, judgeFault } from './judge-faults.ts'
import { judgeMappings } from './judge-mappings.ts'
import { judgeNotices } from './judge-notices.ts'
import { judgeSuccess } from './judge-success.ts'
import type { ResponseJudgement } from './response-check.ts'
import { responseCoverage } from './response-coverage.ts'
import { tryAnswers } from './try-answers.ts'
import { tryFaults, type Answering } from './try-faults.ts'

export interface TestedResponses {
  readonly judgements: readonly ResponseJudgement[]
  readonly coverage: readonly CoverageCell[]
  readonly rows: readonly AnswerRow[]
}

export interface ResponseTest extends RowsInput {
  readonly program: Program
  readonly answering: Answering
}

/** Holds answers against the mappings: those that the schema allows and forbids, then every fault. */
export async function testResponses(input: ResponseTest): Promise<TestedResponses> {
  const { webhook, pinned, program, answering } = input
  const answers = tryAnswers(webhook, pinned)
  const mappings = judgeMappings(webhook, answers, pinned)
  const faults = await tryFaults(webhook, pinned, answering)
  return {
    judgements: [
      ...mappings.judgements,
      ...judgeSuccess(webhook, answers),
      ...faults.map((tried) => judgeFault(webhook, tried)),
      ...judgeNotices(input, program, faults),
    ],
    coverage: [
      ...responseCoverage(webhook, answers),
      ...mappings.coverage,
      ...faults.map((tried) => faultCell(webhook, tried, pinned)),
    ],
    rows: answerRows(input, answers, faults),
  }
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
