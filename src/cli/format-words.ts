/** What `fmt` takes on the command line. */
export interface FormatWords {
  readonly check?: boolean
  readonly diff?: boolean
}
