/** What one capture shows of an assumption. */
export interface Observation {
  readonly assumption: string
  readonly value: string
  /** What was seen, as the evidence of a pin. */
  readonly evidence: string
}
