/** What `calibrate` takes on the command line. */
export interface CalibrateWords {
  readonly url?: string
  readonly out?: string
  readonly capture?: string
  readonly seen?: readonly string[]
  readonly write?: boolean
  readonly compare?: string
  readonly env?: string
  readonly webhook?: string
  readonly lead?: string
  readonly showValues?: boolean
}
