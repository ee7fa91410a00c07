import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { sampleValue } from './sample-value.ts'
import type { SampleSize } from '../model/schema/sample-text.ts'
import { setAt } from './set-at.ts'

/**
 * An answer that the response schema allows, as far as its usual keywords say, and that proves success:
 * the success condition's value stands in its place.
 */
export function sampleResponse(webhook: CompiledWebhook, size: SampleSize = 'usual'): unknown {
  const { response, success } = webhook
  const sample =
    response?.schema === undefined ? mappedMembers(webhook) : sampleValue(response, size)
  const path = success === undefined ? undefined : parsePath(success.path.value)
  if (success === undefined || path?.status !== 'path') return sample
  return setAt(sample, path.segments, success.equals.value)
}

/** Without a schema the mappings still say which members an answer must have. */
function mappedMembers({ mappings }: CompiledWebhook): unknown {
  return mappings.reduce<unknown>(
    (value, { segments = [] }) =>
      segments.length === 0 ? value : setAt(value, segments, 'sample'),
    {},
  )
}
