import { parseDuration } from '../base/duration.ts'
import { isLatency, type Latency } from '../model/latency.ts'

/** `80ms`, or `p50=80ms,p99=900ms`; undefined for anything else. */
export function parseLatency(text: string): Latency | undefined {
  const [, half = text, most = half] = /^p50=([^,]+),p99=([^,]+)$/.exec(text) ?? []
  const [p50, p99] = [parseDuration(half), parseDuration(most)]
  if (p50 === undefined || p99 === undefined) return undefined
  return isLatency({ p50, p99 }) ? { p50, p99 } : undefined
}

/** The 99th percentile of the standard normal distribution. */
const Z99 = 2.326_347_874_040_841

/** The width of the log-normal distribution that goes through both figures; zero where every answer takes as long. */
function sigmaOf({ p50, p99 }: Latency): number {
  return Math.log(p99 / p50) / Z99
}

/**
 * One answer's time, from two numbers between 0 and 1. Times of answers are never negative and have a
 * long tail: the log-normal distribution has both, and two figures determine it.
 */
export function drawLatency(latency: Latency, first: number, second: number): number {
  const sigma = sigmaOf(latency)
  if (sigma === 0) return latency.p50
  const normal = Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second)
  return roundToMicroseconds(latency.p50 * Math.exp(sigma * normal))
}

/** The last digits of a logarithm may differ between machines; nobody needs them. */
function roundToMicroseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1_000) / 1_000
}

/** What answers take on average. */
export function meanLatency(latency: Latency): number {
  return latency.p50 * Math.exp(sigmaOf(latency) ** 2 / 2)
}
