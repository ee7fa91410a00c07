import { parseTemplate, type TemplatePart } from '../marketo/tokens/parse-template.ts'
import type { ImportedCall } from './imported-request.ts'

/** A text with its tokens; in a request that was seen there are none, whatever braces it holds. */
export function partsOf(text: string, holds: ImportedCall['holds']): readonly TemplatePart[] {
  if (holds === 'template') return parseTemplate(text)
  return text === '' ? [] : [{ kind: 'text', start: 0, end: text.length, text }]
}
