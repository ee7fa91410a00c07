import fc from 'fast-check'
import type { Situation } from '../emulate/call.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { holdsFreeText } from './value-class.ts'
import { tokenName } from './token-name.ts'
import { failureKey, judge, type Court, type Failure } from './judge.ts'

/** A lead that fails for the same cause, with nothing in it that the failure does not need. */
export interface SmallestLead {
  readonly situation: Situation
  readonly failure: Failure
  /** The values that matter, by token key; a token that is unset is null. */
  readonly values: Readonly<Record<string, TokenValue>>
  /** True when the plain lead fails for the same cause. */
  readonly isEveryLead: boolean
}

/** Shrinks a failing lead: first everything beside the blamed token, then its value. */
export function shrinkLead(court: Court, situation: Situation, failure: Failure): SmallestLead {
  const key = failureKey(failure)
  const failsStill = (candidate: Situation): Failure | undefined =>
    judge(court, candidate).find((other) => failureKey(other) === key)
  const bare = withoutOthers(court, situation, failure, failsStill)
  const smallest = smallestValue(court, bare, failure, failsStill)
  return {
    situation: smallest,
    failure: failsStill(smallest) ?? failure,
    values: neededValues(court, smallest, failure, failsStill),
    isEveryLead: failsStill(court.space.plain) !== undefined,
  }
}

type FailsStill = (candidate: Situation) => Failure | undefined

/** Every other token unset where that is possible, plain where it is not, as it was where neither fails. */
function withoutOthers(
  court: Court,
  situation: Situation,
  { use }: Failure,
  failsStill: FailsStill,
): Situation {
  let current = situation
  for (const { use: other, field } of court.space.tokens) {
    if (other.key === use?.key) continue
    const plain = court.space.plain.get(other.key) ?? null
    for (const value of field.isAlwaysSet ? [plain] : [null, plain]) {
      const candidate = new Map([...current, [other.key, value]])
      if (failsStill(candidate) === undefined) continue
      current = candidate
      break
    }
  }
  return current
}

function smallestValue(
  court: Court,
  situation: Situation,
  { use }: Failure,
  failsStill: FailsStill,
): Situation {
  const token = court.space.tokens.find((candidate) => candidate.use.key === use?.key)
  if (token === undefined) return situation
  const { key } = token.use
  const withValue = (value: TokenValue): Situation => new Map([...situation, [key, value]])
  const fails = (value: TokenValue): boolean => failsStill(withValue(value)) !== undefined
  if (!token.field.isAlwaysSet && fails(null)) return withValue(null)
  const plain = court.space.plain.get(key) ?? null
  if (fails(plain)) return withValue(plain)
  const value = situation.get(key) ?? null
  if (typeof value === 'number') return withValue(nearestToZero(value, fails))
  if (typeof value !== 'string' || !holdsFreeText(token.field)) return situation
  return withValue(shortestText(value, fails, token.field.isAlwaysSet ? 1 : 0))
}

/** Shrinking is fast-check's: from the failing text towards fewer and simpler characters. */
function shortestText(text: string, fails: (text: string) => boolean, minLength: number): string {
  const plain = (length: number): string => 'a'.repeat(length)
  const { length } = text
  if (fails(plain(length)))
    return plain(firstThat((count) => fails(plain(count)), minLength, length))
  const short = halved(text, fails)
  const characters = [...new Set(['a', ...short])]
  const maxLength = Math.max(1, [...short].length)
  const anyText = fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength })
  return smallest(anyText, short, fails)
}

/** The least number from `least` to `most` for which a thing is true that stays true; it is for `most`. */
function firstThat(isTrue: (count: number) => boolean, least: number, most: number): number {
  if (least >= most) return most
  const middle = Math.floor((least + most) / 2)
  return isTrue(middle) ? firstThat(isTrue, least, middle) : firstThat(isTrue, middle + 1, most)
}

/** Half of the text as long as a half fails: fast-check would take long texts apart one by one. */
function halved(text: string, fails: (text: string) => boolean): string {
  const characters = [...text]
  const middle = Math.ceil(characters.length / 2)
  const halves = [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
  const half = characters.length < 2 ? undefined : halves.find(fails)
  return half === undefined ? text : halved(half, fails)
}

/** From the failing number towards zero; decimals are as small as they will be. */
function nearestToZero(number: number, fails: (number: number) => boolean): number {
  if (!Number.isSafeInteger(number)) return number
  const between = fc.integer({ min: Math.min(number, 0), max: Math.max(number, 0) })
  return smallest(between, number, fails)
}

function smallest<T>(arbitrary: fc.Arbitrary<T>, value: T, fails: (value: T) => boolean): T {
  const result = fc.check(
    fc.property(arbitrary, (candidate) => !fails(candidate)),
    { examples: [[value]], numRuns: 1, seed: 1 },
  )
  return result.counterexample?.[0] ?? value
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
