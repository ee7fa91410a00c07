import type { TemplatePart } from '../tokens/parse-template.ts'
import { decodeForm, formBody, splitPairs } from './form-body.ts'
import type { TemplateMember } from './template-member.ts'
import { tokenMeaning } from './token-meaning.ts'

/** Every value of a form's template; undefined where its pairs cannot be told apart by their keys. */
export function formMembers(parts: readonly TemplatePart[]): readonly TemplateMember[] | undefined {
  if (formBody.readTemplate(parts).flaws.length > 0) return undefined
  const template = parts.map((part) => (part.kind === 'text' ? part.text : part.raw)).join('')
  return splitPairs(parts).map(({ start, end, key, keyTokens }) => {
    const pair = template.slice(start, end)
    const value = start + pair.indexOf('=') + 1
    const path = keyTokens.length === 0 ? decodeForm(key) : pair.slice(0, pair.indexOf('='))
    const text = template.slice(value, end)
    const meaning = text.includes('{{') ? tokenMeaning(text) : decodeForm(text)
    return { path: [path], text, meaning, start: value, end }
  })
}
