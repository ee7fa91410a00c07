/** How long calls took, in words that say what most of them needed. */
export interface LatencySummary {
  readonly median: number
  readonly percentile95: number
  readonly slowest: number
}

/** Undefined without a call. The nearest rank, so that each figure is a call that was made. */
export function summarizeLatencies(latencies: readonly number[]): LatencySummary | undefined {
  if (latencies.length === 0) return undefined
  const sorted = Float64Array.from(latencies).sort()
  const at = (percent: number): number =>
    sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0
  return { median: at(50), percentile95: at(95), slowest: at(100) }
}
