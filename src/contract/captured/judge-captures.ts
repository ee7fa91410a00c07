import { visibleText } from '../../base/visible-text.ts'
import { bytesOf } from '../../capture/body-text.ts'
import type { CapturedAnswer, CapturedCall } from '../../capture/captured-call.ts'
import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { Exchange } from '../../emulate/call.ts'
import { leadsTo, pathOfTarget } from '../../receiver/service/leads-to.ts'
import type { AnswerFault } from '../live/answer-fault.ts'
import { answerJudge } from '../live/answer-judge.ts'
import { answerSubject } from '../live/judge-answer.ts'
import { pinnedValues } from '../pinned-values.ts'
import type { CapturedFault } from './captured-fault.ts'
import { requestJudge } from './judge-request.ts'

/** A webhook whose captured requests are judged. */
export interface CapturedSubject {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
}

/** The captured requests of one webhook, judged. */
export interface CapturesVerdict {
  readonly subject: CapturedSubject
  readonly requests: number
  /** Answers that say something: of no fault, and to a request that is as agreed. */
  readonly answers: number
  readonly diagnostics: readonly Diagnostic[]
}

/** The requests of a webhook: those that reached its endpoint, and of those that reached none here, those to its path. */
export function callsOf(
  { compiled, webhook }: CapturedSubject,
  calls: readonly CapturedCall[],
): readonly CapturedCall[] {
  const { id, environment } = compiled.program
  const isPath = leadsTo(webhook)
  return calls.filter(({ webhook: own, request }) =>
    own === undefined
      ? request.method === webhook.method && isPath(pathOfTarget(request.url))
      : own.id === webhook.id &&
        own.program === id.value &&
        own.environment === environment.id.value,
  )
}

/** What is answered to a captured request: in the file, or by a live endpoint now; undefined where nothing is known. */
export type AnswerTo = (call: CapturedCall) => Promise<Exchange | undefined>

/** The answers that the file holds. Those of faults that were asked for say nothing. */
export const answerKept: AnswerTo = ({ answer, fault }) =>
  Promise.resolve(answer === undefined || fault !== undefined ? undefined : exchangeWith(answer))

/** Calls at the same time. */
const WIDTH = 20

/**
 * Holds captured requests, and what is answered to them, against the contract. An answer to a request that
 * the contract does not allow is not asked for. No value of a lead is told.
 */
export async function judgeCaptures(
  subject: CapturedSubject,
  calls: readonly CapturedCall[],
  answerTo: AnswerTo = answerKept,
): Promise<CapturesVerdict> {
  const { compiled, webhook } = subject
  const judgeRequest = requestJudge(compiled, webhook)
  const judgeAnswer = answerJudge(answerSubject(webhook, pinnedValues(compiled)))
  const found = new Map<string, FoundFault>()
  let answers = 0
  for (let at = 0; at < calls.length; at += WIDTH) {
    const judged = calls.slice(at, at + WIDTH).map(async (call) => {
      const faults = judgeRequest(call)
      return { call, faults, exchange: faults.length > 0 ? undefined : await answerTo(call) }
    })
    for (const { call, faults, exchange } of await Promise.all(judged)) {
      for (const fault of faults) count(found, fault, call)
      if (exchange === undefined) continue
      answers += 1
      for (const each of judgeAnswer(exchange).faults) count(found, faultOf(each), call)
    }
  }
  const diagnostics = [...found.values()].map((each) => diagnosticOf(each, calls.length))
  return { subject, requests: calls.length, answers, diagnostics }
}

function faultOf(fault: AnswerFault): CapturedFault {
  const { check: rule, severity, at, message, effect, help, assumptions } = fault
  return { rule, severity, at, message, effect, help, assumptions }
}

interface FoundFault {
  readonly fault: CapturedFault
  readonly first: string
  readonly count: number
}

function count(found: Map<string, FoundFault>, fault: CapturedFault, { id }: CapturedCall): void {
  const key = `${fault.rule} ${fault.message}`
  const before = found.get(key)
  found.set(key, { fault, first: before?.first ?? id, count: (before?.count ?? 0) + 1 })
}

function exchangeWith({ status, reason, headers, ...kept }: CapturedAnswer): Exchange {
  const response = { status, reason, headers, body: bytesOf(kept) }
  return { status: 'answered', response, milliseconds: 0 }
}

const LONGEST_ID = 40

function diagnosticOf({ fault, first, count: times }: FoundFault, all: number): Diagnostic {
  const { assumptions = [], ...rest } = fault
  const id = visibleText(first.slice(0, LONGEST_ID))
  return {
    ...rest,
    ...(assumptions.length === 0 ? {} : { assumptions }),
    message: `in ${times} of ${all} captured requests, ${fault.message}`,
    label: `the first of them is ${id}`,
  }
}
