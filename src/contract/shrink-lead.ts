import type { Situation } from '../emulate/call.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { failureKey, judge, type Court, type Failure } from './judge.ts'
import type { VariedToken } from './lead-space.ts'
import { shrinkDate } from './shrink-date.ts'
import { shrinkNumber } from './shrink-number.ts'
import { shrinkText } from './shrink-text.ts'
import { isStorable } from './stored-value.ts'
import { tokenName } from './token-name.ts'

/** A lead that fails for the same cause, with nothing in it that the failure does not need. */
export interface SmallestLead {
  readonly situation: Situation
  readonly failure: Failure
  /** The values that matter, by token key; a token that is unset is null. */
  readonly values: Readonly<Record<string, TokenValue>>
  /** True when the plain lead fails for the same cause. */
  readonly isEveryLead: boolean
}

/** Shrinks a failing lead: everything beside the blamed token, then its value, until nothing gives way. */
export function shrinkLead(court: Court, situation: Situation, failure: Failure): SmallestLead {
  const key = failureKey(failure)
  const failsStill = (candidate: Situation): Failure | undefined =>
    judge(court, candidate).find((other) => failureKey(other) === key)
  const shrinkToken = (lead: Situation, token: VariedToken): Situation => {
    const { use, field } = token
    const fails = (value: TokenValue): boolean =>
      isStorable(field, value) && failsStill(withValue(lead, token, value)) !== undefined
    const value = lead.get(use.key) ?? null
    const plain = use.key === failure.use?.key ? undefined : court.space.plain.get(use.key)
    const smaller = shrinkValue(value, { field, plain, fails })
    return smaller === value ? lead : withValue(lead, token, smaller)
  }
  const tokens = blamedLast(court.space.tokens, failure)
  let smallest = situation
  let before: Situation
  do {
    before = smallest
    smallest = tokens.reduce(shrinkToken, smallest)
  } while (smallest !== before)
  return {
    situation: smallest,
    failure: failsStill(smallest) ?? failure,
    values: neededValues(court, smallest, failure, failsStill),
    isEveryLead: failsStill(court.space.plain) !== undefined,
  }
}

function blamedLast(
  tokens: readonly VariedToken[],
  { use: blamed }: Failure,
): readonly VariedToken[] {
  const isBlamed = ({ use }: VariedToken): boolean => use.key === blamed?.key
  return [...tokens.filter((token) => !isBlamed(token)), ...tokens.filter(isBlamed)]
}

type FailsStill = (candidate: Situation) => Failure | undefined

function withValue(situation: Situation, { use }: VariedToken, value: TokenValue): Situation {
  return new Map([...situation, [use.key, value]])
}

interface Shrinking {
  readonly field: FieldDefinition
  /** Undefined for the token that is to blame. */
  readonly plain: TokenValue | undefined
  readonly fails: (value: TokenValue) => boolean
}

/** A day, or a day with its time. */
export function isDated({ type }: FieldDefinition): boolean {
  return type === 'date' || type === 'datetime'
}

/** Unset where that fails too, plain where the token is not to blame, else as little of the value as fails. */
function shrinkValue(value: TokenValue, { field, plain, fails }: Shrinking): TokenValue {
  if (value === null || fails(null)) return null
  if (plain !== undefined && (value === plain || fails(plain))) return plain
  switch (typeof value) {
    case 'string':
      return isDated(field) ? shrinkDate(value, fails) : shrinkText(value, fails)
    case 'number':
      return shrinkNumber(value, fails)
    case 'boolean':
      return value || fails(true)
  }
}

/** The blamed token's value, and those of others that cannot be unset. */
function neededValues(
  court: Court,
  situation: Situation,
  { use }: Failure,
  failsStill: FailsStill,
): SmallestLead['values'] {
  const needed = court.space.tokens.filter(({ use: { key }, field }) => {
    if (key === use?.key) return true
    if (field.isAlwaysSet || situation.get(key) === null) return false
    return failsStill(new Map([...situation, [key, null]])) === undefined
  })
  return Object.fromEntries(
    needed.map(({ use }) => [tokenName(use), situation.get(use.key) ?? null]),
  )
}
