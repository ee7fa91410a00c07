import { expect, test } from 'vitest'
import { answerJudge } from '../../../src/contract/live/answer-judge.ts'
import { answerSubject, judgeAnswer } from '../../../src/contract/live/judge-answer.ts'
import type { Exchange } from '../../../src/emulate/call.ts'
import { exchangeOf } from '../../../src/emulate/exchange-of.ts'
import { FAULTS } from '../../../src/receiver/faults.ts'
import { usualAnswer } from '../../../src/receiver/usual-answer.ts'
import { exampleWebhook } from '../../support/example-programs.ts'

const webhook = exampleWebhook('lead-sync', 'prod-emea')
const subject = answerSubject(webhook, {})
const DEADLINE = { milliseconds: 30_000 }

function answerOf(body: string, status = 200): Exchange {
  return exchangeOf({ ...usualAnswer(webhook, status), body }, DEADLINE)
}

const ANSWERS: readonly Exchange[] = [
  exchangeOf(usualAnswer(webhook), DEADLINE),
  ...FAULTS.map(({ conduct }) => exchangeOf(conduct(webhook), DEADLINE)),
  ...Array.from({ length: 150 }, (_answer, nth) => answerOf(`{"status":"success${nth}"}`)),
  answerOf('{"status":"success"}', 500),
]

test('whatever was answered before, an answer is judged as it is alone', () => {
  const judge = answerJudge(subject)
  for (const answer of [...ANSWERS, ...ANSWERS.toReversed(), ...ANSWERS]) {
    expect(judge(answer)).toEqual(judgeAnswer(subject, answer))
  }
})

test('an answer that says the same is not judged again', () => {
  const judge = answerJudge(subject)
  const body = '{"status":"success","externalId":"c-1"}'
  const verdict = judge(answerOf(body))
  expect(judge(answerOf('{"status":"refused"}'))).not.toBe(verdict)
  expect(judge(answerOf(body))).toBe(verdict)
})
