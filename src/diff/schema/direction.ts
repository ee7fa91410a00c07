import { stableJson } from '../../base/stable-json.ts'

/** Whether fewer documents are valid than before, more, or some others. */
export type Direction = 'narrower' | 'wider' | 'other'

/** Keywords whose larger number lets more through, and those whose smaller one does. */
const UPPER = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
])
const LOWER = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
])
const SETS = new Set(['enum', 'type'])

/** Judged by one keyword alone: whether the whole schema is compatible is decided by `compatibility`, with a witness. */
export function directionOf(keyword: string, from: unknown, to: unknown): Direction {
  if (SETS.has(keyword)) return bySet(listOf(from), listOf(to))
  if (keyword === 'uniqueItems') return to === true ? 'narrower' : 'wider'
  if (from === undefined) return to === true ? 'wider' : 'narrower'
  if (to === undefined) return from === true ? 'narrower' : 'wider'
  if (from === true || to === false) return 'narrower'
  if (from === false || to === true) return 'wider'
  if (typeof from === 'number' && typeof to === 'number') {
    if (UPPER.has(keyword)) return to < from ? 'narrower' : 'wider'
    if (LOWER.has(keyword)) return to > from ? 'narrower' : 'wider'
  }
  return 'other'
}

function bySet(from: readonly string[] | undefined, to: readonly string[] | undefined): Direction {
  if (from === undefined) return 'narrower'
  if (to === undefined) return 'wider'
  const gains = to.some((each) => !from.includes(each))
  const loses = from.some((each) => !to.includes(each))
  if (gains && loses) return 'other'
  return gains ? 'wider' : 'narrower'
}

/** Every integer is a number. */
function listOf(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const all = values.includes('number') ? [...values, 'integer'] : values
  return all.map(stableJson)
}
