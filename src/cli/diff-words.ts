/** What `diff` was asked for, as it was typed. */
export interface DiffWords {
  readonly env?: string
  readonly program?: readonly string[]
  readonly environments?: readonly string[]
  readonly exitCode?: boolean
}
