import { durationWords } from '../base/duration.ts'

/** How long an endpoint takes: half of its answers, and 99 of a hundred, come within these milliseconds. */
export interface Latency {
  readonly p50: number
  readonly p99: number
}

/** True where 99 of a hundred answers take at least as long as half of them, and none comes before it was asked for. */
export function isLatency({ p50, p99 }: Latency): boolean {
  return p50 > 0 && p99 >= p50
}

/** `80 ms`, or `half within 80 ms, 99 % within 900 ms`. */
export function latencyWords({ p50, p99 }: Latency): string {
  if (p50 === p99) return durationWords(p50)
  return `half within ${durationWords(p50)}, 99 % within ${durationWords(p99)}`
}
