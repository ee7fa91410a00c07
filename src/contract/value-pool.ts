import type { TokenValue } from '../marketo/token-value.ts'
import type { LeadSpace, VariedToken } from './lead-space.ts'
import { realisticValues } from './realistic-values.ts'
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
}

export interface Stretch {
  readonly start: number
  readonly count: number
}

/** The position of the plain value in every pool. */
export const PLAIN = 0

export function valuePools(space: LeadSpace, seed: number): readonly ValuePool[] {
  return space.tokens.map((token) => {
    const plain = space.plain.get(token.use.key) ?? null
    const usual = realisticValues(token.field, seed)
    const classes = new Map<string, Stretch>()
    const values: PooledValue[] = [
      { value: plain, valueClass: 'plain' },
      ...usual.map((value) => ({ value, valueClass: 'usual' })),
    ]
    for (const { id: valueClass, values: valuesFor } of VALUE_CLASSES) {
      const awkward = valuesFor(token.field).map((value) => stored(value, token))
      if (awkward.length > 0)
        classes.set(valueClass, { start: values.length, count: awkward.length })
      values.push(...awkward.map((value) => ({ value, valueClass })))
    }
    const start = 1 + usual.length
    return {
      token,
      values,
      usual: { start: 1, count: usual.length },
      awkward: { start, count: values.length - start },
      classes,
    }
  })
}

function stored(value: TokenValue, { field }: VariedToken): TokenValue {
  return typeof value === 'string' ? fitText(field, value) : value
}
