import type { Sentence } from '../steps/words.ts'

/** A sentence of the step model as bare text. */
export function plainWords(words: Sentence): string {
  return words
    .map((word) => {
      if (typeof word === 'string') return word
      if ('onScreen' in word) return word.onScreen
      if ('code' in word) return word.code
      if ('section' in word) return `section ${word.section}`
      return 'file' in word ? word.file : word.step
    })
    .join('')
}
