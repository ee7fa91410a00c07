import type { Situation } from '../emulate/call.ts'
import { EMAIL_ADDRESSES, isEmailAddress } from '../marketo/field-types/email-address.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { failureKey, judge, type Court, type Failure } from './judge.ts'

export const EMAIL_VALUES = 'email-values'

/** What has to be assumed where only texts fail that are no addresses. */
export const ANY_TEXT = 'email-values: any-text'

/** Whether nobody has settled if a field holds anything but addresses. */
export function isOpenAddress(field: FieldDefinition | undefined): field is FieldDefinition {
  return field?.type === 'email' && field.holds === undefined
}

/**
 * Whether a failure takes a text that is no address in an e-mail field: no source says whether a field can
 * hold one, and none of the addresses fails.
 */
export function takesAnyText(court: Court, situation: Situation, failure: Failure): boolean {
  const token = court.space.tokens.find(({ use }) => use.key === failure.use?.key)
  const value = situation.get(token?.use.key ?? '') ?? null
  if (token === undefined || !isOpenAddress(token.field) || typeof value !== 'string') return false
  if (isEmailAddress(value)) return false
  const key = failureKey(failure)
  return !EMAIL_ADDRESSES.some((address) =>
    judge(court, new Map([...situation, [token.use.key, address]])).some(
      (other) => failureKey(other) === key,
    ),
  )
}

/** False for a lead that there cannot be, as an e-mail field holds nothing but addresses. */
export function isPossible({ space }: Court, situation: Situation): boolean {
  return space.tokens.every(({ use, field }) => {
    const value = situation.get(use.key) ?? null
    return field.holds !== 'addresses-only' || typeof value !== 'string' || isEmailAddress(value)
  })
}
