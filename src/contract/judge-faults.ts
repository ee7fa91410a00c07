import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { provesSuccess } from '../emulate/read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { responseTypeNamed } from '../marketo/response-types/response-types.ts'
import type { Fault } from '../receiver/fault.ts'
import { openAssumption } from './answer-rows.ts'
import type { CoverageCell } from './coverage.ts'
import type { ResponseJudgement } from './response-check.ts'
import type { TriedFault } from './try-faults.ts'

/** Whether a fault ends as it should, and writes nothing that stands for success. */
export function judgeFault(webhook: CompiledWebhook, tried: TriedFault): ResponseJudgement {
  const { fault } = tried
  const check = fault.outcomes.includes('timed-out') ? 'answers-in-time' : 'failure-writes-nothing'
  const problem = faultProblem(webhook, tried)
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
  { fault, reading }: TriedFault,
): string | undefined {
  const { outcome } = reading
  if (!expectedOutcomes(webhook, fault).includes(outcome.status)) {
    return `the call ends as "${outcome.status}"`
  }
  if (outcome.status !== 'written' || fault.isSuccess) return undefined
  return provesSuccess(webhook, reading) === true ? 'success is written' : undefined
}

/** Where nothing is read from the answer, no answer can be unreadable. */
function expectedOutcomes(webhook: CompiledWebhook, fault: Fault): Fault['outcomes'] {
  const isRead = responseTypeNamed(webhook.responseType).read !== undefined
  const isRefusedUnread = !isRead && fault.outcomes.includes('unmappable')
  return isRefusedUnread ? ['written'] : fault.outcomes
}

/** A cell for each fault, with how its call ends; `unspecified` where an open assumption decides. */
export function faultCell(
  webhook: CompiledWebhook,
  tried: TriedFault,
  pinned: AssumptionSet,
): CoverageCell {
  const { fault } = tried
  const isOpen = openAssumption(fault.restsOn, pinned) !== undefined
  return {
    area: 'faults',
    row: fault.id,
    column: isOpen ? 'unspecified' : tried.reading.outcome.status,
    tried: 1,
    failed: judgeFault(webhook, tried).failure === undefined ? 0 : 1,
  }
}
