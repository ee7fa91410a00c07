import type { Reply } from '../../emulate/answer.ts'

/** An answer that was given, and to which call. */
export interface GivenAnswer {
  readonly call: string
  readonly reply: Reply
}

/** The answers that were given, by the key of their calls: the same fact gets the same answer again. */
export interface AnswerMemory {
  readonly find: (key: string) => GivenAnswer | undefined
  readonly keep: (key: string, given: GivenAnswer) => void
  readonly size: () => number
}

/** Bounded: beyond so many keys, the one that was not asked for longest is forgotten. */
export function answerMemory(most: number): AnswerMemory {
  const answers = new Map<string, GivenAnswer>()
  const put = (key: string, given: GivenAnswer): void => {
    answers.delete(key)
    answers.set(key, given)
    const [oldest] = answers.keys()
    if (answers.size > most && oldest !== undefined) answers.delete(oldest)
  }
  return {
    find: (key) => {
      const given = answers.get(key)
      if (given !== undefined) put(key, given)
      return given
    },
    keep: put,
    size: () => answers.size,
  }
}
