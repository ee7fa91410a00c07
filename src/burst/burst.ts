/** Many people who are to be sent at once. Times are milliseconds of virtual time. */
export interface Burst {
  readonly leads: number
  /** How many calls the subscription makes at a time, over all its webhooks. */
  readonly width: number
  readonly latency: Latency
}

/** How long the endpoint takes: half of its answers, and 99 of a hundred, come within these milliseconds. */
export interface Latency {
  readonly p50: number
  readonly p99: number
}
