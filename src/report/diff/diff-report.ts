import type { Change } from '../../diff/change.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** Two revisions, or two environments, and what differs between them. */
export interface DiffReport {
  /** Revisions differ because somebody has changed something; environments just do. */
  readonly compared: 'revisions' | 'environments'
  readonly from: DiffEnd
  readonly to: DiffEnd
  readonly changes: readonly Change[]
  /** All environments that a program is or was for, by its id: a change that is made in all of them names none. */
  readonly environments: Readonly<Record<string, readonly string[]>>
  /** Programs that one of the two ends does not read, each with a sentence that says why. */
  readonly notCompared: readonly NotCompared[]
}

export interface DiffEnd {
  /** As a reader calls it: `main (6f59539)`, `the working tree`, `prod-emea`. */
  readonly name: string
  readonly files: readonly SourceFile[]
}

export interface NotCompared {
  readonly program: string
  readonly why: string
}
