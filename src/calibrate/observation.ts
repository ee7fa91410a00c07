/** What captures of the probe show of one assumption. */
export type Observation =
  | {
      readonly status: 'proven'
      readonly assumption: string
      readonly value: string
      /** When it was seen, in milliseconds since the epoch. */
      readonly at: number
      readonly how: 'captured request' | 'read back in the record'
    }
  /** What was seen is none of the known values. */
  | { readonly status: 'surprise'; readonly assumption: string; readonly seen: string }
  /** Two places, or two calls, show different values. */
  | {
      readonly status: 'contradiction'
      readonly assumption: string
      readonly values: readonly string[]
    }
  | { readonly status: 'open'; readonly assumption: string; readonly reason: string }

/** What a whole file of captures shows. */
export interface Calibration {
  /** One for each assumption, in the order of their table. */
  readonly observations: readonly Observation[]
  /** Captured requests that are no probe, or a probe that was changed: one sentence each. */
  readonly told: readonly string[]
}
