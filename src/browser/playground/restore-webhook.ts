import type { LocatedText } from '../../base/located-text.ts'
import type { Span } from '../../base/span.ts'
import type {
  CompiledHeader,
  CompiledPart,
  CompiledText,
  SentWebhook,
} from '../../compile/compiled-program.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import { typedTemplate } from '../../marketo/template-field.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import { tokenKey } from '../../marketo/tokens/token-key.ts'
import type { PlaygroundHeader, PlaygroundToken, PlaygroundWebhook } from './playground-data.ts'

/** A page knows no sources: its texts stand nowhere. */
const NOWHERE: Span = { file: '', start: 0, end: 0 }

type Fields = ReadonlyMap<string, FieldDefinition>

/** The webhook as it was compiled, as far as requests are made from it. */
export function restoreWebhook(webhook: PlaygroundWebhook, pinned: AssumptionSet): SentWebhook {
  const { id, url, method, encoding, bodyFormat, template } = webhook
  const fields: Fields = new Map(webhook.tokens.map((token) => [token.key, restoreField(token)]))
  return {
    id,
    method,
    encoding,
    bodyFormat,
    url: restoreText(url, fields),
    headers: webhook.headers.map((header) => restoreHeader(header, fields)),
    template: template === undefined ? undefined : restoreText(template, fields),
    typedTemplate: template === undefined ? undefined : typedTemplate(template, pinned),
  }
}

/** What a page leaves out of a field decides nothing about a request. */
export function restoreField({ label, field }: PlaygroundToken): FieldDefinition {
  return {
    ...field,
    length: field.length,
    displayName: label.slice(label.indexOf('.') + 1),
    restName: undefined,
    soapName: undefined,
    isReadOnly: true,
    source: 'the page',
  }
}

function restoreHeader(header: PlaygroundHeader, fields: Fields): CompiledHeader {
  return 'secret' in header
    ? { kind: 'secret', ...header, at: NOWHERE }
    : { kind: 'text', name: header.name, value: restoreText(header.value, fields) }
}

function restoreText(value: string, fields: Fields): CompiledText {
  const text: LocatedText = { value, at: NOWHERE, pieces: [] }
  const parts = parseTemplate(value).map((part): CompiledPart => {
    if (part.kind === 'text') return { kind: 'text', text: part.text }
    const key = tokenKey(part)
    const field = part.flaw === undefined ? fields.get(key) : undefined
    return { kind: 'token', token: part, key, field, at: NOWHERE }
  })
  return { text, parts }
}
