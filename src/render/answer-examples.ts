import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { sampleResponse } from '../receiver/sample-response.ts'
import { setAt } from '../receiver/set-at.ts'
import { writeBody } from '../receiver/write-body.ts'
import { schemaRows } from './schema-rows.ts'

/** An answer as the endpoint may give it, with what Marketo does then. */
export interface AnswerExample {
  readonly title: string
  readonly body: string
  /** What Marketo does then. */
  readonly effect: string
}

/**
 * One answer that proves success and, where the contract can say no, one that does not; none where the
 * definition says nothing about answers.
 */
export function answerExamples(webhook: CompiledWebhook): readonly AnswerExample[] {
  if (webhook.response === undefined && webhook.mappings.length === 0) return []
  const written = webhook.mappings.map(
    ({ field, fieldName }) => field?.displayName ?? fieldName.value,
  )
  const writes =
    written.length === 0 ? 'Nothing is written.' : `Marketo writes ${written.join(' and ')}.`
  const sample = sampleResponse(webhook)
  const refused = refusalOf(webhook, sample)
  return [
    { title: 'Success, with the status 200', body: bodyOf(webhook, sample), effect: writes },
    ...(refused === undefined
      ? []
      : [
          {
            title: 'A refusal, with the status 200',
            body: bodyOf(webhook, refused),
            effect: `${writes} The person has not arrived.`,
          },
        ]),
  ]
}

/** Another value that the schema allows in the place of the one that proves success. */
export function refusalOf({ success, response }: CompiledWebhook, sample: unknown): unknown {
  const path = success === undefined ? undefined : parsePath(success.path.value)
  if (success === undefined || path?.status !== 'path') return undefined
  const row = schemaRows(response).find(({ member }) => member === success.path.value)
  const other = row?.values.find((value) => value !== success.equals.value)
  return other === undefined ? undefined : setAt(sample, path.segments, other)
}

function bodyOf(webhook: CompiledWebhook, value: unknown): string {
  return webhook.responseType === 'XML'
    ? writeBody(webhook, value).body
    : JSON.stringify(value, undefined, 2)
}
