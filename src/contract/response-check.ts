import type { Diagnostic } from '../diagnostic/finding.ts'

/** Ids and good states of the checks of answers. */
export const RESPONSE_CHECKS = {
  'mapping-resolves': 'every mapping finds a value in an answer that the response schema allows',
  'mapped-value-fits-field': 'every mapped value can be stored in its field',
  'failure-writes-nothing': 'no failed call writes what stands for success',
  'answers-in-time': 'a call that is not answered ends at the deadline and writes nothing',
  'failures-are-noticed':
    'a campaign starts after every failure that campaigns can tell from success',
} as const

export type ResponseCheckId = keyof typeof RESPONSE_CHECKS

export interface ResponseJudgement {
  readonly check: ResponseCheckId
  readonly failure: Diagnostic | undefined
}
