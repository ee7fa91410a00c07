import type { Span } from '../../base/span.ts'
import type { Severity } from '../../diagnostic/finding.ts'
import type { Outcome } from '../../emulate/call.ts'
import type { LiveCheckId } from './live-checks.ts'

/** What an answer does wrong. It holds nothing of the answer's body, which repeats the lead. */
export interface AnswerFault {
  readonly check: LiveCheckId
  readonly severity: Severity
  /** The same wrong has the same key, whatever the lead. */
  readonly key: string
  readonly at: Span
  /** A sentence that goes on after "when … is …,". */
  readonly message: string
  readonly effect: string
  readonly help: string
  /** `id: value` where it is wrong only under an assumption. */
  readonly assumptions: readonly string[]
}

/** The answer to one lead, judged. */
export interface AnswerVerdict {
  readonly outcome: Outcome['status']
  /** Every check that the answer could fail. */
  readonly asked: readonly LiveCheckId[]
  readonly faults: readonly AnswerFault[]
}
