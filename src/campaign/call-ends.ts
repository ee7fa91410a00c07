import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Conduct } from '../emulate/answer.ts'
import { parsePath, type PathSegment } from '../marketo/response-types/parse-path.ts'
import { followPath } from '../model/schema/follow-path.ts'
import { answerWith, usualAnswer } from '../receiver/usual-answer.ts'
import { FAULTS } from '../receiver/faults.ts'
import { sampleResponse } from '../receiver/sample-response.ts'
import { setAt } from '../receiver/set-at.ts'

/** One way in which a call can end: what the endpoint does, and what is true of it. */
export interface CallEnd {
  readonly id: string
  /** What the endpoint does: goes on after "the endpoint …". */
  readonly summary: string
  readonly conduct: Conduct
  /** Whether the same call may go well a little later, without anybody mending anything. */
  readonly mayPass: boolean
  /** Whether the endpoint has done its work, whatever Marketo sees of it. */
  readonly isDone: boolean
}

/** Every way in which a call of a webhook can end, success first. They are the same for all runs, so they are kept. */
export function callEnds(webhook: CompiledWebhook): readonly CallEnd[] {
  const kept = KEPT.get(webhook) ?? makeEnds(webhook)
  KEPT.set(webhook, kept)
  return kept
}

const KEPT = new WeakMap<CompiledWebhook, readonly CallEnd[]>()

function makeEnds(webhook: CompiledWebhook): readonly CallEnd[] {
  return [
    { ...end('success', successSummary(webhook), usualAnswer(webhook)), isDone: true },
    ...refusals(webhook),
    ...['400', '401', '404'].map((status) => fault(status, `status-${status}`, webhook)),
    ...['429', '500', '503'].map((status) => passing(fault(status, `status-${status}`, webhook))),
    fault('malformed', 'malformed-body', webhook),
    passing({ ...fault('timeout', 'never-answers', webhook), summary: 'does not answer in time' }),
    passing({
      ...fault('late-success', 'never-answers', webhook),
      summary: 'does its work, and answers too late',
      isDone: true,
    }),
    passing(fault('unreachable', 'refused', webhook)),
    fault('204', 'no-content-204', webhook),
  ]
}

function successSummary({ success }: CompiledWebhook): string {
  return success === undefined
    ? 'does its work and answers 200'
    : `answers 200 with ${success.path.value} ${JSON.stringify(success.equals.value)}`
}

function end(id: string, summary: string, conduct: Conduct): CallEnd {
  return { id, summary, conduct, mayPass: false, isDone: false }
}

function passing(own: CallEnd): CallEnd {
  return { ...own, mayPass: true }
}

function fault(id: string, faultId: string, webhook: CompiledWebhook): CallEnd {
  const found = FAULTS.find((each) => each.id === faultId)
  if (found === undefined) throw new Error(`no fault ${faultId}`)
  return end(id, found.summary, found.conduct(webhook))
}

/** A 2xx that says no, where the definition says what yes is: an answer of the schema with another value in that place. */
function refusals(webhook: CompiledWebhook): readonly CallEnd[] {
  const { success, response } = webhook
  const path = success === undefined ? undefined : parsePath(success.path.value)
  if (success === undefined || path?.status !== 'path') return []
  const yes = String(success.equals.value)
  const isXml = webhook.responseType === 'XML'
  const shapes = response === undefined ? [] : followPath(response, path.segments, isXml).shapes
  const listed = shapes
    .flatMap((shape) => shape.values ?? [])
    .filter((value) => String(value) !== yes)
  const other = typeof success.equals.value === 'boolean' ? !success.equals.value : 'refused'
  const values = listed.length === 0 ? [other] : listed
  return values.slice(0, MOST_REFUSALS).map((value, nth) => ({
    ...end(
      nth === 0 ? 'refusal' : `refusal-${nth + 1}`,
      `answers 200 with ${success.path.value} ${JSON.stringify(value)}`,
      answerWith(webhook, withValue(webhook, path.segments, value)),
    ),
  }))
}

/** More values than these are further words for no. */
const MOST_REFUSALS = 4

function withValue(
  webhook: CompiledWebhook,
  segments: readonly PathSegment[],
  value: unknown,
): unknown {
  return setAt(sampleResponse(webhook), segments, value)
}
