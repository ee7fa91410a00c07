/** The fewest items that have to move so that a list in its new order has its old one: all but the longest row that kept it. */
export function movedItems<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  const places = now.map((item) => before.indexOf(item))
  const lengths: number[] = []
  const previous: number[] = []
  places.forEach((place, nth) => {
    const best = places
      .slice(0, nth)
      .map((other, index) => ({ index, length: other < place ? (lengths[index] ?? 0) : 0 }))
      .reduce((a, b) => (b.length > a.length ? b : a), { index: -1, length: 0 })
    lengths.push(best.length + 1)
    previous.push(best.length === 0 ? -1 : best.index)
  })
  const kept = new Set<number>()
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = previous[at] ?? -1)
    kept.add(at)
  return now.filter((_, nth) => !kept.has(nth))
}
