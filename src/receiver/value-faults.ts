import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import type { Fault } from './fault.ts'
import { sampleResponse } from './sample-response.ts'
import { setAt } from './set-at.ts'
import { answerWith } from './usual-answer.ts'

/** Answers of the right format that hold other values than were agreed, in a 200. */
export const VALUE_FAULTS: readonly Fault[] = [
  refused('refusal-in-200', 'answers 200 with a refusal', (sample, webhook) => {
    const { success } = webhook
    const path = success === undefined ? undefined : parsePath(success.path.value)
    return path?.status === 'path' ? setAt(sample, path.segments, 'refused') : sample
  }),
  refused('list-for-object', 'answers with a list where an object is expected', (sample) => [
    sample,
  ]),
  refused('null-for-object', 'answers with nothing but null', () => null),
  refused('text-for-object', 'answers with nothing but the word ok', () => 'ok'),
  refused('missing-paths', 'answers without the mapped members', () => ({ other: true })),
  spoiled('null-values', 'answers null in the place of every mapped value', null),
  spoiled('empty-values', 'answers with empty texts in the place of every mapped value', ''),
  spoiled('values-as-lists', 'answers with a list in the place of every mapped value', [1, 2]),
  spoiled('values-as-objects', 'answers with an object in the place of every mapped value', {
    value: 'sample',
  }),
  spoiled('words-for-values', 'answers with a word in the place of every mapped value', 'twelve'),
  spoiled('numbers-for-values', 'answers with a number in the place of every mapped value', 12.5),
  spoiled('booleans-for-values', 'answers true in the place of every mapped value', true),
  spoiled(
    'over-long-values',
    'answers with texts that are longer than any field',
    'x'.repeat(40_000),
  ),
]

function refused(
  id: string,
  summary: string,
  spoil: (sample: unknown, webhook: CompiledWebhook) => unknown,
): Fault {
  return {
    id,
    summary,
    outcomes: ['written'],
    isSuccess: false,
    conduct: (webhook) => answerWith(webhook, spoil(sampleResponse(webhook), webhook)),
  }
}

/** Spoils the mapped values and leaves alone what proves success, where that is none of them. */
function spoiled(id: string, summary: string, put: unknown): Fault {
  return {
    ...refused(id, summary, (sample, webhook) => everywhere(sample, webhook, put)),
    isSuccess: true,
  }
}

function everywhere(sample: unknown, { mappings }: CompiledWebhook, put: unknown): unknown {
  return mappings.reduce(
    (value, { segments = [] }) => (segments.length === 0 ? value : setAt(value, segments, put)),
    sample,
  )
}

/** The same in the place of every mapped value but the one that proves success. */
export function atMappings(sample: unknown, webhook: CompiledWebhook, put: unknown): unknown {
  const proof = webhook.success?.path.value
  const mappings = webhook.mappings.filter(({ path }) => path.value !== proof)
  return everywhere(sample, { ...webhook, mappings }, put)
}
