import type { Span } from '../base/span.ts'
import type { Difference } from './difference.ts'
import { meaningOf } from './meaning-of.ts'

/** A part of a definition that differs, and that no aspect tells in words of its own. */
export interface OtherDifference extends Difference {
  readonly key: string
}

/**
 * What differs besides the parts that are told: a definition that has learned something new never looks
 * unchanged because nobody has written the words for it yet.
 */
export function otherDifferences(
  base: object,
  head: object,
  told: readonly string[],
): readonly OtherDifference[] {
  const [from, to] = [new Map(Object.entries(base)), new Map(Object.entries(head))]
  const keys = [...new Set([...from.keys(), ...to.keys()])].filter((key) => !told.includes(key))
  return keys.sort().flatMap((key) => {
    const [before, after] = [wordsOf(from.get(key)), wordsOf(to.get(key))]
    if (before === after) return []
    return [
      {
        key,
        motion: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
        before,
        after,
        at: after === undefined ? undefined : (placeIn(to.get(key)) ?? placeIn(head)),
        wasAt: before === undefined ? undefined : (placeIn(from.get(key)) ?? placeIn(base)),
      } as const,
    ]
  })
}

/** The meaning in one line; undefined for nothing, be it absent or an empty list. */
function wordsOf(part: unknown): string | undefined {
  const value: unknown = JSON.parse(meaningOf(part))
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The first place that a part holds. */
function placeIn(part: unknown): Span | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  if ('at' in part && isSpan(part.at)) return part.at
  for (const member of Object.values(part)) {
    const found = placeIn(member)
    if (found !== undefined) return found
  }
  return undefined
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'file' in value && 'start' in value
}
