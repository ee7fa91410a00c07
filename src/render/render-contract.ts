import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import { LIMITS } from '../marketo/limits.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import { cellCode, inlineCode } from './markdown.ts'
import { CONTRACT } from './partials/contract.ts'
import { renderTemplate, type View } from './render-template.ts'
import { sampleRequest } from './sample-request.ts'
import { schemaRows } from './schema-rows.ts'

/** `contract.md`: each field in words, with where it comes from and what becomes of the answer. */
export function renderContract(compiled: CompiledProgram, sample: LeadFixture | undefined): string {
  const { program, webhooks } = compiled
  return renderTemplate(
    CONTRACT,
    {},
    {
      title: program.title.value,
      summary: program.summary?.value ?? '',
      webhooks: webhooks.map((webhook) => webhookView(webhook, compiled, sample)),
    },
  )
}

function webhookView(
  webhook: CompiledWebhook,
  { program }: CompiledProgram,
  sample: LeadFixture | undefined,
): View {
  const { success, idempotencyKey } = webhook
  return {
    name: webhook.name,
    method: webhook.method,
    url: inlineCode(webhook.url.text.value),
    format: bodyFormatNamed(webhook.bodyFormat).title,
    responseType: webhook.responseType,
    timeout: LIMITS.timeoutMilliseconds / 1000,
    fields: requestRows(webhook, sampleRequest(webhook, program, sample)?.body),
    answers: answerRows(webhook),
    success:
      success === undefined
        ? ''
        : {
            markdown: `${inlineCode(success.path.value).markdown} is ${inlineCode(String(success.equals.value)).markdown}`,
          },
    idempotency:
      idempotencyKey.length === 0
        ? ''
        : { markdown: idempotencyKey.map((key) => inlineCode(key).markdown).join(', ') },
  }
}

function requestRows(webhook: CompiledWebhook, body: string | undefined): readonly View[] {
  const format = bodyFormatNamed(webhook.bodyFormat)
  const template = webhook.template?.text.value ?? ''
  const placed = format.readTemplate(parseTemplate(template)).tokens
  const reading = body === undefined ? undefined : format.readBody(body)
  const value = reading?.status === 'read' ? reading.value : undefined
  return schemaRows(webhook.request?.schema).map((row) => {
    const token = placed.find(({ path }) => path?.join('.') === row.path.join('.'))
    const example = exampleAt(value, row.path)
    return {
      member: cellCode(row.member),
      type: row.type,
      required: row.isRequired ? 'yes' : 'no',
      allowed: row.allowed === '' ? '' : cellCode(row.allowed),
      token: token === undefined ? 'fixed text' : cellCode(token.token.raw),
      example: example === undefined ? '' : cellCode(example),
      meaning: row.meaning,
    }
  })
}

function exampleAt(value: unknown, path: readonly string[]): string | undefined {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = new Map(Object.entries(current)).get(key)
  }
  return typeof current === 'object' || current === undefined ? undefined : JSON.stringify(current)
}

function answerRows(webhook: CompiledWebhook): readonly View[] {
  return schemaRows(webhook.response?.schema).map((row) => {
    const mapping = webhook.mappings.find(({ path }) => path.value === row.member)
    return {
      member: cellCode(row.member),
      type: row.type,
      required: row.isRequired ? 'yes' : 'no',
      allowed: row.allowed === '' ? '' : cellCode(row.allowed),
      field: mapping === undefined ? '' : cellCode(mapping.fieldName.value),
      meaning: row.meaning,
    }
  })
}
