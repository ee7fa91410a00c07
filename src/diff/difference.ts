import type { Located } from '../base/located-text.ts'
import type { Change } from './change.ts'

/** A value of a definition with its place. */
export type Written = Located<string | number | boolean>

/** The half of a change that is the same whatever it is about. */
export type Difference = Pick<Change, 'motion' | 'before' | 'after' | 'at' | 'wasAt'>

/** How two values differ; undefined where they do not. */
export function differenceOf(
  base: Written | undefined,
  head: Written | undefined,
): Difference | undefined {
  if (base?.value === head?.value) return undefined
  return {
    motion: base === undefined ? 'added' : head === undefined ? 'removed' : 'changed',
    before: base === undefined ? undefined : String(base.value),
    after: head === undefined ? undefined : String(head.value),
    at: head?.at,
    wasAt: base?.at,
  }
}
