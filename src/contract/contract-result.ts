import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { FoundCase } from '../model/found-case.ts'
import type { AnswerRow } from './answer-row.ts'
import type { CoverageCell } from './coverage.ts'
import type { FoundVerdict } from './found/replay-found.ts'
import type { TokenSummary } from './proof/token-summary.ts'

/** How the contract tests of one program in one environment ended. */
export interface ContractResult {
  readonly program: string
  readonly environment: string
  readonly webhook: string
  /** Where the webhook is defined. */
  readonly at: Span
  readonly target: 'schema' | 'receiver' | 'endpoint'
  readonly seed: number
  /** How many leads were rendered and judged, under how many combinations of assumptions. */
  readonly leads: number
  /** How many leads a live endpoint's answers say nothing about, where there are any. */
  readonly unknown?: number
  /** How many leads were not drawn because the time was over, where there are any. */
  readonly leadsCut?: number
  readonly assumptionSets: number
  readonly checks: readonly CheckCount[]
  /** What is proven, or refuted, of each token, without a lead; the same in every shard. */
  readonly tokens: readonly TokenSummary[]
  /** What was tried, and what could have been. */
  readonly coverage: readonly CoverageCell[]
  /** What happens when: everything that the endpoint may answer, and what follows; absent where answers were not tried. */
  readonly answers?: readonly AnswerRow[]
  /** Failed checks, smallest lead first; each points at the definition. */
  readonly failures: readonly Diagnostic[]
  /** Failures that are accepted, where there are any: they stand in no other list. */
  readonly suppressed?: readonly Diagnostic[]
  /** The failures of leads as cases that can be kept, each under the id of its failure; undefined in what was read back from a report. */
  readonly cases?: readonly FoundCase[]
  /** How the cases that were kept before went this time. */
  readonly replayed: readonly FoundVerdict[]
  readonly measured: Measured
}

/** What differs from run to run; forms of a report that are compared leave it out. */
export interface Measured {
  readonly milliseconds: number
  /** How long each call of a live endpoint took, in milliseconds; empty for the other targets. */
  readonly latencies: readonly number[]
}

export interface CheckCount {
  readonly check: string
  readonly passed: number
  readonly failed: number
}
