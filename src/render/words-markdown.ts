import type { Sentence, Word } from '../steps/words.ts'
import { escapeMarkdown, inlineCode, type Markdown } from './markdown.ts'
import { anchorOf, type Outline } from './outline.ts'

/** A sentence of the step model as Markdown: words of the screen bold, names as code, places as links. */
export function wordsMarkdown(words: Sentence, outline: Outline): Markdown {
  return { markdown: words.map((word) => wordMarkdown(word, outline)).join('') }
}

/** The same in a cell of a table, where a bar has to be escaped even in code. */
export function cellWords(words: Sentence, outline: Outline): Markdown {
  const cells = words.map((word) => {
    const { markdown } = { markdown: wordMarkdown(word, outline) }
    return typeof word === 'object' && 'code' in word ? markdown.replaceAll('|', '\\|') : markdown
  })
  return { markdown: cells.join('') }
}

function wordMarkdown(word: Word, outline: Outline): string {
  if (typeof word === 'string') return escapeMarkdown(word)
  if ('onScreen' in word) return `**${escapeMarkdown(word.onScreen)}**`
  if ('code' in word) return inlineCode(word.code).markdown
  if ('section' in word) {
    const heading = outline.sections.get(word.section) ?? ''
    return `[section ${word.section}](${anchorOf(heading)})`
  }
  if ('file' in word) return `[${escapeMarkdown(word.file)}](../${encodeURI(word.file)})`
  const place = outline.steps.get(word.step)
  if (place === undefined) return inlineCode(word.step).markdown
  return `[step ${place.number}](${anchorOf(place.heading)})`
}
