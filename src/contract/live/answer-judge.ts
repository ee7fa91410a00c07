import type { Exchange } from '../../emulate/call.ts'
import { bodyText } from '../../emulate/read-exchange.ts'
import type { AnswerVerdict } from './answer-fault.ts'
import { judgeAnswer, type AnswerSubject } from './judge-answer.ts'

/** So many different answers are remembered before all are forgotten. */
const MOST_REMEMBERED = 100

/** Longer answers are seldom equal, and dear to keep. */
const LONGEST_REMEMBERED = 4096

/** Judges answers, those that say the same once: of most endpoints thousands do. */
export function answerJudge(subject: AnswerSubject): (exchange: Exchange) => AnswerVerdict {
  const remembered = new Map<string, AnswerVerdict>()
  return (exchange) => {
    const said = whatIsSaid(exchange)
    if (said === undefined) return judgeAnswer(subject, exchange)
    const known = remembered.get(said)
    if (known !== undefined) return known
    const verdict = judgeAnswer(subject, exchange)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(said, verdict)
    return verdict
  }
}

/** All that a verdict depends on; undefined where it is not worth keeping. */
function whatIsSaid(exchange: Exchange): string | undefined {
  if (exchange.status !== 'answered') return undefined
  const { status, body } = exchange.response
  if (body.length > LONGEST_REMEMBERED) return undefined
  return `${status} ${body.length} ${bodyText(exchange.response)}`
}
