/** The least of sorted numbers that so many percent of them do not exceed: the nearest rank. Zero of none. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
}
