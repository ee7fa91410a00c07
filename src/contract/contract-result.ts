import type { Diagnostic } from '../diagnostic/finding.ts'

/** How the contract tests of one program in one environment ended. */
export interface ContractResult {
  readonly program: string
  readonly environment: string
  readonly webhook: string
  readonly target: 'schema' | 'receiver' | 'endpoint'
  readonly seed: number
  /** How many leads were rendered and judged, under how many combinations of assumptions. */
  readonly leads: number
  readonly assumptionSets: number
  readonly checks: readonly CheckCount[]
  /** Failed checks, smallest lead first; each points at the definition. */
  readonly failures: readonly Diagnostic[]
  readonly milliseconds: number
}

export interface CheckCount {
  readonly check: string
  readonly passed: number
  readonly failed: number
}
