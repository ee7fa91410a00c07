import { bodyFormatOf } from '../marketo/body-formats/body-formats.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { fieldBySoapName } from '../marketo/fields/standard-fields.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { typedTemplate } from '../marketo/template-field.ts'
import type { TokenScopeContents } from '../marketo/tokens/token-kind.ts'
import { availableFields, tokenContents } from '../model/available-fields.ts'
import type { Program } from '../model/program.ts'
import type { Header, Mapping, Webhook } from '../model/webhook.ts'
import type {
  CompiledHeader,
  CompiledMapping,
  CompiledProgram,
  CompiledWebhook,
} from './compiled-program.ts'
import { compileText } from './compile-text.ts'
import { pinnedBy } from './pinned-by.ts'

/** What each field of Marketo's dialogs gets, for one program in one environment. */
export function compileProgram(program: Program): CompiledProgram {
  const contents = tokenContents(program)
  const webhooks = program.webhooks.map((webhook) => compileWebhook(webhook, program, contents))
  return { program, webhooks }
}

function compileWebhook(
  webhook: Webhook,
  program: Program,
  contents: TokenScopeContents,
): CompiledWebhook {
  const encoding = webhook.tokenEncoding?.value ?? 'None'
  const fields = availableFields(program)
  const template = webhook.template?.value
  return {
    id: webhook.id.value,
    at: webhook.id.at,
    name: webhook.name.value,
    description: webhook.description?.value ?? '',
    url: compileText(webhook.url, contents),
    method: webhook.method.value,
    template: webhook.template === undefined ? undefined : compileText(webhook.template, contents),
    typedTemplate: template === undefined ? undefined : typedTemplate(template, pinnedBy(program)),
    encoding,
    responseType: webhook.responseType?.value ?? 'None',
    headers: webhook.headers.map((header) => compileHeader(header, contents)),
    mappings: webhook.mappings.map((mapping) => compileMapping(mapping, fields)),
    bodyFormat: bodyFormatOf(contentTypeOf(webhook), encoding, template ?? ''),
    request: webhook.request,
    response: webhook.response,
    success: webhook.success,
    idempotencyKey: webhook.idempotency?.key.map(({ value }) => value) ?? [],
  }
}

function contentTypeOf({ headers }: Webhook): string | undefined {
  const header = headers.find(({ name }) => name.value.toLowerCase() === 'content-type')
  return header?.kind === 'text' ? header.value.value : undefined
}

function compileHeader(header: Header, contents: TokenScopeContents): CompiledHeader {
  const name = header.name.value
  if (header.kind === 'text')
    return { kind: 'text', name, value: compileText(header.value, contents) }
  const { secret, format } = header
  return { kind: 'secret', name, secret: secret.value, format: format.value, at: secret.at }
}

function compileMapping(mapping: Mapping, fields: readonly FieldDefinition[]): CompiledMapping {
  const path = parsePath(mapping.path.value)
  return {
    path: mapping.path,
    segments: path.status === 'path' ? path.segments : undefined,
    fieldName: mapping.field,
    field: fieldBySoapName(mapping.field.value, fields),
  }
}
