import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { bodyBytes, type Conduct, type Reply } from '../emulate/answer.ts'
import { LIMITS } from '../marketo/limits.ts'
import type { Fault } from './fault.ts'
import { usualAnswer } from './usual-answer.ts'

const LIMIT = LIMITS.timeoutMilliseconds
const [IN_TIME, TOO_LATE] = [LIMIT - 100, LIMIT + 100]

/** What goes wrong between the two, and answers that take their time. */
export const CONNECTION_FAULTS: readonly Fault[] = [
  lost('refused', 'is not there: nothing listens', 'unreachable', () => ({ kind: 'refuse' })),
  lost('reset', 'closes the connection without an answer', 'unreachable', () => ({
    kind: 'reset',
  })),
  lost('reset-after-head', 'closes the connection after the headers', 'unreachable', (webhook) => ({
    ...usualAnswer(webhook),
    cutAfter: 0,
  })),
  lost('reset-within-body', 'closes the connection within the body', 'unreachable', (webhook) => {
    const answer = usualAnswer(webhook)
    return { ...answer, cutAfter: Math.floor(bodyBytes(answer).length / 2) }
  }),
  lost('half-open', 'accepts the connection and never reads from it', 'timed-out', () => ({
    kind: 'never-read',
  })),
  lost('never-answers', 'accepts the request and never answers', 'timed-out', () => ({
    kind: 'hang',
  })),
  paced('answers-after-29.9-s', 'answers after 29.9 seconds', { silence: IN_TIME }),
  paced('answers-after-30.1-s', 'answers after 30.1 seconds', { silence: TOO_LATE }),
  paced('slow-headers', 'sends its headers in pieces over 20 seconds', { head: 20_000 }),
  paced('too-slow-headers', 'sends its headers in pieces over a minute', { head: 60_000 }),
  paced('drip', 'sends its body in pieces over 20 seconds', { body: 20_000 }),
  paced('too-slow-drip', 'begins at once and sends its body in pieces over a minute', {
    body: 60_000,
  }),
  paced('slow-everywhere', 'is silent for 12 seconds, then slow in its headers and its body', {
    silence: 12_000,
    head: 12_000,
    body: 12_000,
  }),
]

function lost(
  id: string,
  summary: string,
  outcome: Fault['outcomes'][number],
  conduct: (webhook: CompiledWebhook) => Conduct,
): Fault {
  return { id, summary, outcomes: [outcome], isSuccess: false, conduct }
}

function paced(id: string, summary: string, part: Partial<NonNullable<Reply['pace']>>): Fault {
  const pace = { silence: 0, head: 0, body: 0, ...part }
  const isInTime = pace.silence + pace.head + pace.body <= LIMIT
  const isBegunInTime = pace.silence <= LIMIT
  return {
    id,
    summary,
    outcomes: [isInTime ? 'written' : 'timed-out'],
    isSuccess: isInTime,
    ...(isBegunInTime && !isInTime ? { restsOn: 'response-deadline' } : {}),
    conduct: (webhook) => ({ ...usualAnswer(webhook), pace }),
  }
}
