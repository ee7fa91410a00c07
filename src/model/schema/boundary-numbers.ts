import type { Shape, TypeName } from './shape.ts'

/** Numbers at and near the bounds of a shape, all of which it allows: smallest first, each once. */
export function boundaryNumbers(shape: Shape, type: TypeName): readonly number[] {
  const step = shape.multiples[0] ?? (type === 'integer' ? 1 : 0.5)
  const { minimum, maximum } = shape
  const candidates = [
    ...(Number.isFinite(minimum) ? around(minimum, step) : []),
    ...(Number.isFinite(maximum) ? around(maximum, step) : []),
    ...[-1, 0, 0.5, 1, 1.5, 2].map((near) => Math.max(minimum, Math.min(maximum, near))),
    step,
  ]
  return [...new Set(candidates.filter((number) => isAllowed(number, shape, type)))].sort(
    (a, b) => a - b,
  )
}

/** A bound, its neighbours, and its neighbours on the grid. */
function around(bound: number, step: number): readonly number[] {
  const below = Math.floor(bound / step) * step
  return [
    bound,
    bound - step,
    bound + step,
    below,
    below + step,
    Math.floor(bound),
    Math.ceil(bound),
  ]
}

function isAllowed(number: number, shape: Shape, type: TypeName): boolean {
  const { minimum, maximum, isMinimumExclusive, isMaximumExclusive, multiples } = shape
  if (type === 'integer' && !Number.isInteger(number)) return false
  if (number < minimum || number > maximum) return false
  if ((isMinimumExclusive && number === minimum) || (isMaximumExclusive && number === maximum)) {
    return false
  }
  return multiples.every((multiple) => Number.isInteger(number / multiple))
}
