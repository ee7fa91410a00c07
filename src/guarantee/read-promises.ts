import type { LocatedText } from '../base/located-text.ts'
import { nearest } from '../base/nearest.ts'
import type { Guarantee, Program } from '../model/program.ts'
import { SENTENCES, sentenceMeaning, type Promised } from './promise.ts'

export interface ReadPromises {
  readonly promises: readonly Promised[]
  /** Sentences that are none of those that are known, each with the nearest one. */
  readonly unknown: readonly {
    readonly sentence: LocatedText
    readonly meant: string | undefined
  }[]
}

/** The guarantees of a program as promises that can be proven or refuted. */
export function readPromises({ guarantees }: Pick<Program, 'guarantees'>): ReadPromises {
  const read = guarantees.map((guarantee) => ({ guarantee, promise: promiseOf(guarantee) }))
  return {
    promises: read.flatMap(({ promise }) => promise ?? []),
    unknown: read.flatMap(({ guarantee, promise }) =>
      promise === undefined && guarantee.kind === 'sentence'
        ? [{ sentence: guarantee.sentence, meant: meantSentence(guarantee.sentence.value) }]
        : [],
    ),
  }
}

function promiseOf(guarantee: Guarantee): Promised | undefined {
  if (guarantee.kind === 'never') {
    const { at, never, unless } = guarantee
    const words = `never ${never.field.value} is ${never.is.value} unless ${unless.field.value} is ${unless.is.value}`
    return { kind: 'never', at, words, never, unless }
  }
  const { at, value: words } = guarantee.sentence
  const meaning = sentenceMeaning(words)
  return meaning === undefined ? undefined : { ...meaning, at, words }
}

/** Half of a sentence may be other words. */
function meantSentence(sentence: string): string | undefined {
  return nearest(sentence, Object.keys(SENTENCES), Math.floor(sentence.length / 2))
}
