import type { Situation } from '../emulate/call.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { failureKey, judge, type Court } from './judge.ts'
import type { VariedToken } from './lead-space.ts'
import { isPlainDate } from './shrink-date.ts'
import { isDated, type SmallestLead } from './shrink-lead.ts'

/**
 * Whether a lead that was made smaller still tells of the one that it was made from: a fixture lead may be
 * a real person's by mistake, and nothing of it may be kept.
 */
export function tellsOfLead(court: Court, smallest: SmallestLead, lead: Situation): boolean {
  return court.space.tokens.some((token) => {
    const value = smallest.situation.get(token.use.key) ?? null
    const before = lead.get(token.use.key) ?? null
    if (value === court.space.plain.get(token.use.key)) return false
    if (typeof value === 'number')
      return value === before && isAlone(court, smallest, { token, value })
    if (typeof value !== 'string' || typeof before !== 'string') return false
    if (isDated(token.field)) return value === before && !isPlainDate(value)
    return before.includes(value) && isTelling(value)
  })
}

/** More than one letter or digit that shrinking had to leave as it was. */
function isTelling(text: string): boolean {
  return (text.match(/(?![aA0])[\p{L}\p{N}]/gu) ?? []).length > 1
}

/** At a bound larger numbers fail as well, and the bound is what is told; alone it is the lead's. */
function isAlone(
  court: Court,
  { situation, failure }: SmallestLead,
  { token, value }: { readonly token: VariedToken; readonly value: number },
): boolean {
  if (Math.abs(value) < 10) return false
  const fails = (other: TokenValue): boolean =>
    judge(court, new Map([...situation, [token.use.key, other]])).some(
      (found) => failureKey(found) === failureKey(failure),
    )
  return !fails(value + Math.sign(value)) && !fails(value * 2)
}
