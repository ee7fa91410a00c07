import type { PhrasingContent } from 'mdast'
import type { Sentence, Word } from '../../steps/words.ts'
import { code, strong, text } from '../markdown/nodes.ts'

/** A sentence of the step model: words of the screen bold, names as code; what stands on the runbook is named there. */
export function sentenceWords(sentence: Sentence): readonly PhrasingContent[] {
  return sentence.map(wordOf)
}

function wordOf(word: Word): PhrasingContent {
  if (typeof word === 'string') return text(word)
  if ('onScreen' in word) return strong(word.onScreen)
  if ('code' in word) return code(word.code)
  if ('section' in word) return text(`section ${word.section} of the runbook`)
  return code('file' in word ? word.file : word.step)
}
