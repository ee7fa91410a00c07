import type { Severity } from '../diagnostic/finding.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly config: string | undefined
  /** `name` or `name:file`, in the order given. */
  readonly format: readonly string[]
  readonly failLevel: Severity
  readonly color: boolean | undefined
  readonly quiet: boolean
}
