import type { SentWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { PlacedToken } from '../marketo/body-formats/body-format.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { CheckSubject, RequestCheck } from './check.ts'

/** What to do about a failed check: the exact text to type, by where the blamed token stands. */
export function repairOf(
  subject: CheckSubject<SentWebhook>,
  check: RequestCheck,
  use: TokenUse | undefined,
  value: TokenValue,
): string {
  const inUrl = subject.placedInUrl.find((candidate) => candidate.use.key === use?.key)
  if (check.id === 'url-is-fixed' && inUrl !== undefined) {
    return repairInUrl({ ...inUrl, value })
  }
  if (check.id === 'headers-are-legal') return IN_BODY_INSTEAD
  if (check.id === 'values-survive' && isInHeaderOnly(subject, use)) return HEADER_ENCODING
  if (check.id === 'secrets-stay-in-headers')
    return 'send the secret as a header: {secret: <id>, format: …}'
  const placed = subject.placed.find((candidate) => candidate.use.key === use?.key)?.placed
  return repairInBody({ use, placed, value }, subject.webhook)
}

/** A token at a place, and a value that is not safe there. */
export interface UnsafeToken {
  readonly use: TokenUse | undefined
  readonly placed: PlacedToken | undefined
  readonly value: TokenValue
}

export const IN_BODY_INSTEAD = 'send the value in the body instead of a header'

export const HEADER_ENCODING =
  'pin "encoding-in-headers" with its evidence, or send the value in the body'

function isInHeaderOnly(
  { placed, placedInUrl }: CheckSubject<SentWebhook>,
  use: TokenUse | undefined,
): boolean {
  return ![...placed, ...placedInUrl].some((candidate) => candidate.use.key === use?.key)
}

export function repairInUrl({ use, placed, value }: UnsafeToken): string {
  if (placed?.context === 'url-host') {
    return 'write it out: a value may not decide who is called'
  }
  if (placed?.context === 'url-query-key') return 'write the name out: a value may not be one'
  const example = value === null ? defaultExample(use) : undefined
  if (example !== undefined) return withDefault(use, example)
  return 'send a number such as {{lead.Id}} there, or the text in a body'
}

export function repairInBody(token: UnsafeToken, webhook: SentWebhook): string {
  const { use, placed: place, value } = token
  const raw = use?.token.raw ?? 'the token'
  switch (webhook.bodyFormat) {
    case 'form':
      if (place?.context === 'form-key') return 'write the key out: a value may not name a pair'
      if (webhook.encoding !== 'Form/Url') return 'set "tokenEncoding: Form/Url"'
      break
    case 'json':
      if (place?.context === 'json-key') return 'write the key out: a value may not name a member'
      if (place?.context === 'json-string' && !place.isAlone) {
        return `send ${raw} alone in its own member, and build the sentence in the endpoint`
      }
      if (webhook.encoding !== 'JSON')
        return `set "tokenEncoding: JSON" and write ${raw} without quotes`
      if (place?.context === 'json-string') return `remove the quotes around ${raw}`
      break
    case 'xml':
      if (place?.context === 'xml-comment') return 'take it out of the comment: nobody reads it'
      if (place?.context === 'xml-markup') return 'write the name out: a value may not be one'
      return 'send JSON or a form; Marketo has no encoding for texts in XML'
    case 'text':
      break
  }
  if (value === null) return repairUnset(use)
  return 'let the request schema take the value, or send another field'
}

function repairUnset(use: TokenUse | undefined): string {
  const example = defaultExample(use)
  if (example !== undefined) return withDefault(use, example)
  if ((use?.token.defaultText ?? '') === '') return 'let the request schema take the empty text'
  return 'pin "default-encoding" with its evidence, or write the token without a default'
}

function withDefault(use: TokenUse | undefined, example: string): string {
  const raw = use?.token.raw ?? ''
  return `write "${raw.replace(/(?::default=.*)?\}\}$/, '')}:default=${example}}}"`
}

/** A default that is right under every assumption; none for texts. */
function defaultExample(use: TokenUse | undefined): string | undefined {
  if (use?.field === undefined) return undefined
  const { form } = fieldTypeNamed(use.field.type)
  if (form === 'number') return '0'
  return form === 'boolean' ? 'false' : undefined
}
