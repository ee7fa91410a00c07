/** Something wrong with a text of a team's own: a template or notes. Offsets are in that text. */
export interface TextProblem {
  readonly start: number
  readonly end: number
  /** What is wrong, with the actual words in quotes. */
  readonly message: string
  readonly help: string
}
