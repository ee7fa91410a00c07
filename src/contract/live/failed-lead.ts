import type { Situation } from '../../emulate/call.ts'
import type { LeadSpace } from '../lead-space.ts'
import type { AnswerFault } from './answer-fault.ts'

/** A lead and what the endpoint did wrong with it. */
export interface FailedLead {
  readonly index: number
  readonly path: string
  readonly situation: Situation
  readonly fault: AnswerFault
  /** The tokens, by key, in which it is not the plain lead. */
  readonly odd: readonly string[]
}

/** Leads that fail in the same way because of the same tokens. */
export interface Cause {
  readonly key: string
  readonly fault: AnswerFault
  /** The keys of the tokens to blame; none where every lead fails. */
  readonly tokens: readonly string[]
  readonly isEveryLead: boolean
  readonly leads: readonly FailedLead[]
}

/** The tokens in which a lead differs from the plain one. */
export function oddTokens({ tokens, plain }: LeadSpace, situation: Situation): readonly string[] {
  return tokens.flatMap(({ use: { key } }) => (situation.get(key) === plain.get(key) ? [] : [key]))
}
