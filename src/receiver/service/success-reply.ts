import type { CompiledMapping, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Reply } from '../../emulate/answer.ts'
import { resolvePath } from '../../marketo/response-types/resolve-path.ts'
import { compileSchema } from '../json-schema.ts'
import { sampleResponse } from '../sample-response.ts'
import { setAt } from '../set-at.ts'
import { answerWith } from '../usual-answer.ts'

/**
 * The answer to a call whose work is done: a sample of the response schema, in which every text that is
 * written to a person says to which call it belongs, where the schema allows it. So one sees whether a
 * call that is made again gets the answer of the first.
 */
export function successReply(webhook: CompiledWebhook, call: string): Reply {
  const { response, mappings, success } = webhook
  const compiled = response && compileSchema(response)
  const isValid = (value: unknown): boolean =>
    compiled?.status !== 'compiled' || compiled.check(value).length === 0
  const marked = mappings
    .filter(({ path }) => path.value !== success?.path.value)
    .reduce<unknown>((value, mapping) => {
      const next = markAt(value, mapping, call)
      return isValid(next) ? next : value
    }, sampleResponse(webhook))
  return answerWith(webhook, marked)
}

function markAt(value: unknown, { segments = [], field }: CompiledMapping, mark: string): unknown {
  if (segments.length === 0 || field?.type !== 'string') return value
  const found = resolvePath(value, segments)
  const isText = found.status === 'found' && typeof found.value === 'string'
  return isText ? setAt(value, segments, mark) : value
}
