import { encodingNamed } from '../marketo/encodings/encodings.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { FieldTypeName } from '../marketo/field-types/field-type.ts'
import type { CompiledText, SentWebhook, TokenUse } from './compiled-program.ts'

/**
 * The assumptions whose value can change what a webhook sends. Everything that a contract test says
 * rests on these and on nothing else, so the list is as short as the definition allows.
 */
export function sentAssumptions(webhook: SentWebhook): readonly string[] {
  const ids = new Set<string>()
  const inUrl = tokensOf(webhook.url)
  const inHeaders = webhook.headers.flatMap((header) =>
    header.kind === 'text' ? tokensOf(header.value) : [],
  )
  const inTemplate = webhook.template === undefined ? [] : tokensOf(webhook.template)
  if (webhook.encoding !== 'None' && inUrl.length > 0) ids.add('encoding-in-url')
  if (webhook.encoding !== 'None' && inHeaders.length > 0) ids.add('encoding-in-headers')
  if (webhook.typedTemplate?.includes('\\') === true) ids.add('backslash-preparse')
  const tokens = [...inUrl, ...inHeaders, ...inTemplate]
  for (const id of encodingNamed(webhook.encoding).assumptions) {
    if (tokens.some((token) => canMatter(id, token))) ids.add(id)
  }
  for (const id of ['line-breaks', 'astral', 'html-encoding']) {
    if (tokens.some((token) => canMatter(id, token))) ids.add(id)
  }
  return [...ids].sort()
}

/** Whether the answer to an open question can change what stands in the place of a token. */
export function canMatter(id: string, { token, field }: TokenUse): boolean {
  const form = fieldTypeNamed(field?.type ?? 'string').form
  switch (id) {
    case 'boolean-under-json':
      return form === 'boolean'
    case 'empty-number-under-json':
      return form !== 'text' && field?.isAlwaysSet !== true && (token.defaultText ?? '') === ''
    case 'default-encoding':
      return (token.defaultText ?? '') !== ''
    case 'html-encoding':
      return isFreeText(field?.type) && (field?.owner === 'lead' || field?.owner === 'company')
    case 'form-space':
      return form === 'text' || hasSpace(token.defaultText)
    case 'json-escapes':
      return isFreeText(field?.type) || isBeyondAscii(token.defaultText)
    default:
      return isFreeText(field?.type)
  }
}

/** Dates hold digits, dashes, colons and a space: no line break, no emoji, nothing to escape but the space. */
function isFreeText(type: FieldTypeName | undefined): boolean {
  const isText = fieldTypeNamed(type ?? 'string').form === 'text'
  return isText && type !== 'date' && type !== 'datetime'
}

/** A default is encoded like a value, also that of a number, which has no text of its own. */
function hasSpace(text: string | undefined): boolean {
  return text?.includes(' ') === true
}

function isBeyondAscii(text: string | undefined): boolean {
  return text !== undefined && /[\u007f-\uffff]/.test(text)
}

function tokensOf(text: CompiledText): readonly TokenUse[] {
  return text.parts.flatMap((part) => (part.kind === 'token' ? [part] : []))
}
