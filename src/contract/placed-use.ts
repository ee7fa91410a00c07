import type { CompiledPart, CompiledText, TokenUse } from '../compile/compiled-program.ts'
import type { PlacedToken, TemplateReading } from '../marketo/body-formats/body-format.ts'
import type { TemplatePart } from '../marketo/tokens/parse-template.ts'

/** A token of a webhook, and where it stands in the text that holds it. */
export interface PlacedUse {
  readonly use: TokenUse
  readonly placed: PlacedToken
}

/** The tokens of a text with their contexts. */
export function placeTokens(
  { parts }: CompiledText,
  read: (parts: readonly TemplatePart[]) => TemplateReading,
): readonly PlacedUse[] {
  const uses = new Map(
    parts.flatMap((part) => (part.kind === 'token' ? [[part.token.start, part] as const] : [])),
  )
  return read(templateParts(parts)).tokens.flatMap((placed) => {
    const use = uses.get(placed.token.start)
    return use === undefined ? [] : [{ use, placed }]
  })
}

/** The parts with their offsets; what is sent may be spelled differently from what is written. */
function templateParts(parts: readonly CompiledPart[]): readonly TemplatePart[] {
  let at = 0
  return parts.map((part): TemplatePart => {
    const start = at
    at += part.kind === 'token' ? part.token.raw.length : part.text.length
    return part.kind === 'token' ? part.token : { kind: 'text', start, end: at, text: part.text }
  })
}
