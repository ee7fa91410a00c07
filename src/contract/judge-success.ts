import { pointerSteps } from '../base/json-pointer.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { provesSuccess } from '../emulate/read-exchange.ts'
import { ownAt } from '../model/schema/schema-node.ts'
import type { SchemaAnswer } from '../receiver/schema-answers.ts'
import type { ResponseJudgement } from './response-check.ts'
import type { TriedAnswer } from './try-answers.ts'

/** Listed words by which an endpoint says that it has not done its work. */
const REFUSAL = /^(?:denied|error|fail(?:ed|ure)?|refus(?:al|ed)|reject(?:ed|ion))$/i

/**
 * A success condition that every answer of the schema meets tells nothing apart. That is as it should be
 * where failures have a status of their own, and wrong where an answer can say in words that it is one.
 */
export function judgeSuccess(
  webhook: CompiledWebhook,
  answers: readonly TriedAnswer[],
): readonly ResponseJudgement[] {
  const { success } = webhook
  const valid = answers.filter(({ answer }) => answer.isValid)
  if (success === undefined || valid.length === 0) return []
  const check = 'failure-writes-nothing'
  const isMetByAll = valid.every(({ reading }) => provesSuccess(webhook, reading) === true)
  const refusal = isMetByAll ? valid.find(({ answer }) => saysRefusal(answer)) : undefined
  if (refusal === undefined) return [{ check, failure: undefined }]
  const { place } = refusal.answer
  const word = String(valueAt(refusal.answer))
  return [
    {
      check,
      failure: {
        rule: check,
        severity: 'warning',
        at: success.path.at,
        message: `"${success.path.value}" is "${String(success.equals.value)}" in every answer, also where "${place.slice(1)}" is "${word}"`,
        effect: 'a campaign that waits for success would take a failure for one',
        help: 'let "success" name a member and value that only a real success holds',
      },
    },
  ]
}

function saysRefusal(answer: SchemaAnswer): boolean {
  const value = answer.keyword === 'enum' ? valueAt(answer) : undefined
  return typeof value === 'string' && REFUSAL.test(value)
}

/** What stands at the place that the answer was made for. */
function valueAt({ place, value }: SchemaAnswer): unknown {
  return (pointerSteps(place) ?? []).reduce(ownAt, value)
}
