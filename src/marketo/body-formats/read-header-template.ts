import type { TemplatePart } from '../tokens/parse-template.ts'
import type { TemplateReading } from './body-format.ts'

/** Reads a header's value with holes: every token is a part of the value. */
export function readHeaderTemplate(parts: readonly TemplatePart[]): TemplateReading {
  const tokens = parts.flatMap((part) =>
    part.kind === 'text'
      ? []
      : [
          {
            token: part,
            context: 'header-value' as const,
            isAlone: parts.length === 1,
            path: undefined,
          },
        ],
  )
  return { tokens, flaws: [] }
}
