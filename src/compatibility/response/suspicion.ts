import type { TriedAnswer } from '../../contract/try-answers.ts'

/** Something that Marketo got out of every answer, and does not get out of some answers now. */
export interface Suspicion {
  readonly keyword: 'mapping' | 'success' | 'value'
  /** JSON Pointer of what is read. */
  readonly place: string
  readonly demand: unknown
  /** In words, without a value of a lead. */
  readonly because: string
  /** Whether an old answer shows how it was. */
  readonly wasGood: (answer: TriedAnswer) => boolean
  /** Whether a new answer shows how it is. */
  readonly isBad: (answer: TriedAnswer) => boolean
}

/** What comparing one place that is read has given. */
export interface ReadComparison {
  readonly suspicions: readonly Suspicion[]
  /** Why nothing is sure about it. */
  readonly unknown: readonly string[]
}

export const NOTHING_FOUND: ReadComparison = { suspicions: [], unknown: [] }
