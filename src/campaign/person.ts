import type { TokenValue } from '../marketo/token-value.ts'

/** What Marketo holds of a person that campaigns can read and change. */
export interface Person {
  /** By display name in lower case; what is not listed is unset. */
  readonly fields: Readonly<Record<string, TokenValue>>
  /** The static lists of which the person is a member. */
  readonly lists: readonly string[]
  readonly isDeleted: boolean
}

/** The key under which a field's value is kept: screens compare names without regard to case. */
export function fieldKey(displayName: string): string {
  return displayName.trim().toLowerCase()
}

/** A field's value; null where it is unset. */
export function valueOf({ fields }: Pick<Person, 'fields'>, displayName: string): TokenValue {
  return fields[fieldKey(displayName)] ?? null
}

/** An empty text is no value. */
export function isSameValue(one: TokenValue, other: TokenValue): boolean {
  return String(one ?? '') === String(other ?? '')
}
