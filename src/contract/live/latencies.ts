import { percentile } from '../../base/percentile.ts'

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
  return {
    median: percentile(sorted, 50),
    percentile95: percentile(sorted, 95),
    slowest: percentile(sorted, 100),
  }
}
