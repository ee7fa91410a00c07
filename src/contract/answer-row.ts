import type { MappingEnd } from '../model/mapping-verdict.ts'
import { noticeWords, type Notice } from '../emulate/notices.ts'

/** A line of "what happens when": one thing that the endpoint may do, and everything that follows from it. */
export interface AnswerRow {
  /** A fault's id, or `valid-1`, `invalid-1` and so on for answers made from the response schema. */
  readonly id: string
  readonly kind: 'valid' | 'invalid' | 'fault'
  /** What the endpoint does: goes on after "the endpoint …". */
  readonly endpoint: string
  /** How many more answers have the same consequences. */
  readonly others: number
  readonly marketo: MarketoRow
  /** What becomes of each mapping; empty where nothing is read. */
  readonly writes: readonly WriteRow[]
  /** Whether somebody should notice: the call, or the endpoint's work, has failed. */
  readonly isFailure: boolean
  readonly noticedBy: readonly Notice[]
}

export interface MarketoRow {
  readonly does: 'written' | 'not-written' | 'unspecified'
  /** In words, such as `refused with 503`. */
  readonly because: string
  /** The assumption that decides; undefined where sources do. */
  readonly assumption: string | undefined
}

export interface WriteRow {
  readonly path: string
  /** The field's display name, or its SOAP name where it is unknown. */
  readonly field: string
  readonly end: MappingEnd
  /** The value as JSON, shortened, or why there is none. */
  readonly shown: string
}

/** The campaigns that start, in words; of a failure that starts none, that nobody notices. */
export function whoNotices({ noticedBy, isFailure }: AnswerRow): string {
  return noticeWords(noticedBy) ?? (isFailure ? 'nobody' : '\u2013')
}
