import type { BurstStudy } from '../../burst/burst-study.ts'
import type { Verification } from '../../burst/verification.ts'

/** A burst that was simulated, and for whom. */
export interface BurstReport {
  /** Ids of the programs whose people come. */
  readonly programs: readonly string[]
  readonly environment: string
  readonly subscription: string
  readonly study: BurstStudy
  /** What came of it when it was run for real; undefined where it was not. */
  readonly verification: Verification | undefined
  /** The command line that gives the same again. */
  readonly command: string
  readonly toolVersion: string
}
