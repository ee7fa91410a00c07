import type { TokenValue } from '../marketo/token-value.ts'
import { keywordsAt, type PlacedKeyword, type ValueKeyword } from '../receiver/keywords-at.ts'
import { pointerOf } from '../base/json-pointer.ts'
import { boundValues, type Candidate } from './bound-values.ts'
import type { CheckSubject } from './check.ts'
import { plainValue, type VariedToken } from './lead-space.ts'
import { isStorable } from './stored-value.ts'

/** Values of a token at the bounds that one keyword of the request schema draws. */
export interface SchemaBound {
  readonly keyword: ValueKeyword
  readonly values: readonly TokenValue[]
}

/** A keyword that decides about a token, and the JSON Pointer of the value in the body. */
export interface TokenKeyword extends PlacedKeyword {
  readonly place: string
}

/** The keywords of the request schema that decide about a token alone, wherever in the body it stands. */
export function tokenKeywords(
  { webhook, placed }: CheckSubject,
  { use }: VariedToken,
): readonly TokenKeyword[] {
  const { request } = webhook
  if (request === undefined) return []
  return placed.flatMap(({ use: { key }, placed: { isAlone, path } }) => {
    if (key !== use.key || !isAlone || path === undefined) return []
    const place = pointerOf(path)
    return keywordsAt(request, path).map((keyword) => ({ ...keyword, place }))
  })
}

/** Values that the field can hold, exactly at, just inside and just outside each bound. */
export function schemaBounds(subject: CheckSubject, token: VariedToken): readonly SchemaBound[] {
  const keywords = tokenKeywords(subject, token)
  const bounds = new Map<ValueKeyword, Set<TokenValue>>()
  for (const placed of keywords) {
    const beside = keywords.filter(({ place }) => place === placed.place)
    const values = bounds.get(placed.keyword) ?? new Set()
    const candidates = [...boundValues(placed, beside), plainValue(token.field)]
    for (const candidate of candidates) {
      const value = asStored(token, candidate)
      if (value !== undefined) values.add(value)
    }
    bounds.set(placed.keyword, values)
  }
  return [...bounds].flatMap(([keyword, values]) =>
    values.size === 0 ? [] : [{ keyword, values: [...values] }],
  )
}

/** A form carries texts only: digits are what a number shows there. Undefined where the field cannot hold it. */
function asStored({ field }: VariedToken, candidate: Candidate): TokenValue | undefined {
  const isDigits = typeof candidate === 'string' && String(Number(candidate)) === candidate
  const values = [candidate, ...(isDigits ? [Number(candidate)] : [])]
  return values.find((value) => isStorable(field, value))
}
