import { statusOfPhrase } from '../marketo/reason-phrases.ts'

/** What an error type says, whichever of the two forms that sources name it has. */
export type ErrorMeaning =
  | { readonly kind: 'none' }
  /** Marketo's own codes. */
  | { readonly kind: 'own'; readonly code: 1000 | 1001 }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unknown' }

const TIME_OUT = /\btime[ds]?[\s_-]?out\b|\bdeadline exceeded\b/i
const NO_CONNECTION =
  /\bunreachable\b|\bconnection (?:refused|reset|closed|failed)\b|\b(?:unknown|no such) host\b|\bno route\b|\b(?:ssl|tls)\b.*\b(?:error|handshake|failed|failure)\b|\bhandshake\b|\bcertificate\b/i

/**
 * Sources contradict each other: a reason phrase, or a number (assumption `error-type`); both are read. What is written
 * for a time-out or a lost connection is not documented, so only words that can mean nothing else are taken for them.
 * Sources: Experience League, "Errors" (webhooks); Adobe XDM, "Call Webhook".
 */
export function readErrorType(errorType: string): ErrorMeaning {
  const text = errorType.trim()
  if (text === '') return { kind: 'none' }
  const [, digits] = /^(?:http[\s/]*(?:1\.[01]\s+)?)?(\d{3,4})\b(?![.,]\d)/i.exec(text) ?? []
  if (digits !== undefined) return ofCode(Number(digits))
  const status = statusOfPhrase(text)
  if (status !== undefined) return ofCode(status)
  if (TIME_OUT.test(text)) return { kind: 'time-out' }
  return { kind: NO_CONNECTION.test(text) ? 'unreachable' : 'unknown' }
}

function ofCode(code: number): ErrorMeaning {
  if (code === 1000 || code === 1001) return { kind: 'own', code }
  if (code === 204 || code === 205) return { kind: 'own', code: 1001 }
  if (code >= 100 && code <= 999) return { kind: 'status', status: code }
  return { kind: 'unknown' }
}
