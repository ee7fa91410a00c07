import type { Sentence, Word } from '../../steps/words.ts'

/** A sentence of the step model as plain text: words of the screen in quotes. */
export function sentenceText(words: Sentence): string {
  return words.map(wordText).join('')
}

function wordText(word: Word): string {
  if (typeof word === 'string') return word
  if ('onScreen' in word) return `"${word.onScreen}"`
  if ('code' in word) return word.code
  if ('section' in word) return `section ${word.section}`
  return 'step' in word ? `the step ${word.step}` : word.file
}
