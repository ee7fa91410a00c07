/** The ids of everything that can be found. */
export interface KnownChecks {
  /** Rules and contract checks: what may be accepted with a reason. */
  readonly suppressible: ReadonlySet<string>
  /** What says that a file cannot be read as it is, or is old: it has to be mended. */
  readonly others: ReadonlySet<string>
}
