import { stableJson } from '../../base/stable-json.ts'
import { isAmong, typeNameOf, type Shape, type TypeName } from './shape.ts'

/** What satisfies both; undefined where nothing can. */
export function joinShapes(one: Shape, other: Shape): Shape | undefined {
  const types = commonTypes(one.types, other.types)
  const values = commonValues(one.values, other.values)?.filter((value) =>
    isAmong(typeNameOf(value), types),
  )
  if (types.length === 0 || values?.length === 0) return undefined
  const { minimum, isMinimumExclusive } = bound(one, other, Math.max, 'minimum')
  const { maximum, isMaximumExclusive } = bound(one, other, Math.min, 'maximum')
  return {
    types,
    values,
    minLength: Math.max(one.minLength, other.minLength),
    maxLength: smaller(one.maxLength, other.maxLength),
    patterns: [...one.patterns, ...other.patterns],
    formats: [...one.formats, ...other.formats],
    minimum,
    maximum,
    isMinimumExclusive,
    isMaximumExclusive,
    multiples: [...one.multiples, ...other.multiples],
    minItems: Math.max(one.minItems, other.minItems),
    maxItems: Math.min(one.maxItems, other.maxItems),
    isUnique: one.isUnique || other.isUnique,
    lists: [...one.lists, ...other.lists],
    required: [...new Set([...one.required, ...other.required])],
    objects: [...one.objects, ...other.objects],
    branches: [...one.branches, ...other.branches],
    beyond: [...new Set([...one.beyond, ...other.beyond])],
  }
}

function commonTypes(one: readonly TypeName[], other: readonly TypeName[]): readonly TypeName[] {
  const both = [...one, ...other].filter((type) => isAmong(type, one) && isAmong(type, other))
  return [...new Set(both)]
}

function commonValues(
  one: readonly unknown[] | undefined,
  other: readonly unknown[] | undefined,
): readonly unknown[] | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const wanted = new Set(other.map((value) => stableJson(value)))
  return one.filter((value) => wanted.has(stableJson(value)))
}

function smaller(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
}

type Bound = Pick<Shape, 'minimum' | 'maximum' | 'isMinimumExclusive' | 'isMaximumExclusive'>

/** The narrower of two bounds; an exclusive one is narrower than the same inclusive one. */
function bound(
  one: Shape,
  other: Shape,
  choose: (a: number, b: number) => number,
  name: 'minimum' | 'maximum',
): Bound {
  const chosen = choose(one[name], other[name])
  const isExclusive = [one, other].some(
    (shape) =>
      shape[name] === chosen &&
      (name === 'minimum' ? shape.isMinimumExclusive : shape.isMaximumExclusive),
  )
  return name === 'minimum'
    ? { ...one, minimum: chosen, isMinimumExclusive: isExclusive }
    : { ...one, maximum: chosen, isMaximumExclusive: isExclusive }
}
