import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'

/** A comment by which somebody accepts findings of a place, and says why. */
export interface Suppression {
  /** The comment. */
  readonly at: Span
  /** The ids that it names, each with its place. */
  readonly rules: readonly SuppressedRule[]
  readonly reason: string
  /** The last day on which it holds, as 2026-12-01; undefined for one that holds until it is removed. */
  readonly until: string | undefined
  /** Where it holds; undefined where nothing follows it. */
  readonly covers: Span | undefined
}

export interface SuppressedRule {
  readonly id: string
  readonly at: Span
}

/** A finding that is accepted, with who accepts it: a comment in the source, or the baseline. */
export interface Suppressed {
  readonly diagnostic: Diagnostic
  readonly kind: 'inSource' | 'external'
  /** What the comment says. */
  readonly reason?: string
}
