import type { CheckSubject, RequestCheck } from './check.ts'
import type { TokenUse } from '../compile/compiled-program.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** What to do about a failed check: the exact text to type, by where the blamed token stands. */
export function repairOf(
  subject: CheckSubject,
  check: RequestCheck,
  use: TokenUse | undefined,
  value: TokenValue,
): string {
  const inUrl = subject.placedInUrl.find((candidate) => candidate.use.key === use?.key)
  if (check.id === 'url-is-fixed' && inUrl !== undefined) {
    return 'send a number such as {{lead.Id}} there, or the text in a body'
  }
  if (check.id === 'headers-are-legal') return 'send the value in the body instead of a header'
  if (check.id === 'values-survive' && isInHeaderOnly(subject, use)) {
    return 'pin "encoding-in-headers" with its evidence, or send the value in the body'
  }
  if (check.id === 'secrets-stay-in-headers')
    return 'send the secret as a header: {secret: <id>, format: …}'
  return repairInBody(subject, use, value)
}

function isInHeaderOnly({ placed, placedInUrl }: CheckSubject, use: TokenUse | undefined): boolean {
  return ![...placed, ...placedInUrl].some((candidate) => candidate.use.key === use?.key)
}

function repairInBody(subject: CheckSubject, use: TokenUse | undefined, value: TokenValue): string {
  const { webhook, bodyFormat } = subject
  const place = subject.placed.find((candidate) => candidate.use.key === use?.key)?.placed
  const raw = use?.token.raw ?? 'the token'
  switch (bodyFormat.name) {
    case 'form':
      if (webhook.encoding !== 'Form/Url') return 'set "tokenEncoding: Form/Url"'
      break
    case 'json':
      if (place?.context === 'json-string' && !place.isAlone) {
        return `send ${raw} alone in its own member, and build the sentence in the endpoint`
      }
      if (webhook.encoding !== 'JSON')
        return `set "tokenEncoding: JSON" and write ${raw} without quotes`
      if (place?.context === 'json-string') return `remove the quotes around ${raw}`
      if (place?.context === 'json-key') return 'write the key out: a value may not name a member'
      break
    case 'xml':
      return 'send JSON or a form; Marketo has no encoding for texts in XML'
    case 'text':
      break
  }
  if (value === null) return repairUnset(use)
  return 'let the request schema take the value, or send another field'
}

function repairUnset(use: TokenUse | undefined): string {
  const raw = use?.token.raw ?? ''
  const isNumber = use?.field !== undefined && NUMBERS.includes(use.field.type)
  const example = isNumber ? '0' : use?.field?.type === 'boolean' ? 'false' : undefined
  if (example === undefined) return 'let the request schema take the empty text'
  return `write "${raw.replace(/(?::default=)?\}\}$/, '')}:default=${example}}}"`
}

const NUMBERS: readonly string[] = ['integer', 'score', 'percent', 'float', 'currency']
