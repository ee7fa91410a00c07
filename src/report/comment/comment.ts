import type { Compatibility } from '../../compatibility/compatibility.ts'
import type { Change } from '../../diff/change.ts'
import type { Step } from '../../steps/step.ts'
import type { ShownFinding } from '../markdown/findings.ts'
import type { TestedWebhook } from '../markdown/tests-table.ts'

/** What a pull request is told: values of the other parts, before they are text. */
export interface Comment {
  /** Tells the comments of several projects apart in one pull request. */
  readonly project: string
  /** The most serious first. */
  readonly findings: readonly ShownFinding[]
  /** Undefined where no contract test was run. */
  readonly tests: readonly TestedWebhook[] | undefined
  readonly comparison: Comparison
  /** The command lines that give the same again. */
  readonly again: readonly string[]
  /** Where the whole stands when something is left out: the name of an artifact of the run. */
  readonly artifact: string | undefined
}

/** The definitions of the pull request beside those that it would be merged into. */
export type Comparison =
  | { readonly status: 'not-compared'; readonly reason: string }
  | {
      readonly status: 'compared'
      /** What it was compared with, as a reader names it. */
      readonly base: string
      readonly changes: readonly Change[]
      readonly compatibility: readonly Compatibility[]
      readonly plans: readonly PlannedSteps[]
      /** Programs of which nothing can be said, because one end does not read them. */
      readonly notCompared: readonly { readonly program: string; readonly why: string }[]
    }

/** What has to be done in one environment, in its order. */
export interface PlannedSteps {
  readonly program: string
  readonly environment: string
  /** The runbook, whose section "Every value" has what is typed, letter by letter. */
  readonly page: string | undefined
  readonly steps: readonly Step[]
}
