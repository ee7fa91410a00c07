import type { TokenValue } from '../marketo/token-value.ts'
import type { CheckSubject } from './check.ts'
import type { LeadSpace, VariedToken } from './lead-space.ts'
import { realisticValues } from './realistic-values.ts'
import { schemaBounds } from './schema-bounds.ts'
import { fitText } from './stored-value.ts'
import { VALUE_CLASSES } from './value-classes.ts'

/** A value that a token can take, and what it stands for: `plain`, `usual`, or the id of a value class. */
export interface PooledValue {
  readonly value: TokenValue
  readonly valueClass: string
}

/** Everything that one token can show in a test. A lead is one position for each token. */
export interface ValuePool {
  readonly token: VariedToken
  /** The plain value at position 0, then the usual ones, then every class in the order of its list. */
  readonly values: readonly PooledValue[]
  readonly usual: Stretch
  readonly awkward: Stretch
  /** Where each class stands; a class that does not concern the field has no entry. */
  readonly classes: ReadonlyMap<string, Stretch>
  /** Where the values at the bounds of each keyword of the request schema stand, by `schema-<keyword>`. */
  readonly bounds: ReadonlyMap<string, Stretch>
}

export interface Stretch {
  readonly start: number
  readonly count: number
}

/** The position of the plain value in every pool. */
export const PLAIN = 0

/** The pools of a webhook's tokens; `subject` brings its request schema, where there is one. */
export function valuePools(
  space: LeadSpace,
  seed: number,
  subject?: CheckSubject,
): readonly ValuePool[] {
  return space.tokens.map((token) => {
    const plain = space.plain.get(token.use.key) ?? null
    const usual = realisticValues(token.field, seed)
    const values: PooledValue[] = [
      { value: plain, valueClass: 'plain' },
      ...usual.map((value) => ({ value, valueClass: 'usual' })),
    ]
    const append = (lists: readonly ClassedValues[]): ReadonlyMap<string, Stretch> =>
      new Map(
        lists.flatMap(([valueClass, list]) => {
          const stretch = { start: values.length, count: list.length }
          values.push(...list.map((value) => ({ value, valueClass })))
          return list.length === 0 ? [] : [[valueClass, stretch]]
        }),
      )
    const classes = append(classValues(token))
    const bounds = append(subject === undefined ? [] : boundLists(subject, token))
    const start = 1 + usual.length
    return {
      token,
      values,
      usual: { start: 1, count: usual.length },
      awkward: { start, count: values.length - start },
      classes,
      bounds,
    }
  })
}

type ClassedValues = readonly [valueClass: string, values: readonly TokenValue[]]

function classValues(token: VariedToken): readonly ClassedValues[] {
  return VALUE_CLASSES.map(({ id, values }) => [
    id,
    values(token.field).map((value) => stored(value, token)),
  ])
}

function boundLists(subject: CheckSubject, token: VariedToken): readonly ClassedValues[] {
  return schemaBounds(subject, token).map(({ keyword, values }) => [`schema-${keyword}`, values])
}

function stored(value: TokenValue, { field }: VariedToken): TokenValue {
  return typeof value === 'string' ? fitText(field, value) : value
}
