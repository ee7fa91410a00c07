import type { Span } from '../base/span.ts'
import type { FieldState } from '../model/program.ts'

/** A guarantee of a definition, read. */
export type Promised =
  | {
      readonly kind: 'never'
      readonly at: Span
      readonly words: string
      readonly never: FieldState
      readonly unless: FieldState
    }
  | {
      readonly kind: 'never-without-success'
      readonly at: Span
      readonly words: string
      /** The value of a field, a program status or a revenue stage. */
      readonly value: string
    }
  | { readonly kind: SentenceKind; readonly at: Span; readonly words: string }

export type SentenceKind =
  'failures-alerted' | 'no-loop' | 'nobody-stuck' | 'retries-help' | 'resending-safe'

/** Every sentence that is understood, with what it means. `VALUE` stands for a value such as SAL. */
export const SENTENCES = {
  'never VALUE without success':
    'nothing takes that value unless the last call for the person has proven its success',
  'every failed call is alerted':
    'after a call that fails an alert is sent, or the same webhook is called again and succeeds',
  'no loop': 'nothing that a call brings about leads to the same call again and again',
  'nobody is stuck':
    'at rest, who was called for with success has moved on, and who was not is on a list or has another status',
  'retries only where they can help':
    'a call is only repeated after an end that may pass by itself: 429, 5xx, no answer, not reached',
  're-sending is safe':
    'a call that is repeated although its work was done is known to the endpoint by the same key',
} as const

const KINDS: Readonly<Record<string, SentenceKind>> = {
  'every failed call is alerted': 'failures-alerted',
  'no loop': 'no-loop',
  'nobody is stuck': 'nobody-stuck',
  'retries only where they can help': 'retries-help',
  're-sending is safe': 'resending-safe',
}

/** The kind of a sentence that is understood, and its value; spaces, case and a full stop do not count. */
export function sentenceMeaning(
  sentence: string,
):
  | { readonly kind: SentenceKind }
  | { readonly kind: 'never-without-success'; readonly value: string }
  | undefined {
  const plain = sentence.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
  const [, value] = /^never (.+) without success$/i.exec(plain) ?? []
  if (value !== undefined) return { kind: 'never-without-success', value }
  const kind = KINDS[plain.toLowerCase()]
  return kind === undefined ? undefined : { kind }
}
