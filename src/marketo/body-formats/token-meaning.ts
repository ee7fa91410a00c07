import { parseTemplate } from '../tokens/parse-template.ts'
import { tokenKey } from '../tokens/token-key.ts'

/** A text with each token spelled in one way: names are compared without regard to case. */
export function tokenMeaning(text: string): string {
  return parseTemplate(text)
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.flaw !== undefined) return part.raw
      const otherwise = part.defaultText === undefined ? '' : `:default=${part.defaultText}`
      return `{{${tokenKey(part)}${otherwise}}}`
    })
    .join('')
}
