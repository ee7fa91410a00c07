import type { CompiledWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { BodyFormat } from '../marketo/body-formats/body-format.ts'
import { leavesOf } from './leaves-of.ts'
import type { PlacedUse } from './placed-use.ts'

/** What the endpoint must read at one place of the body: static text and tokens, in their order. */
export interface ExpectedText {
  /** As `leavesOf` names it. */
  readonly place: string
  readonly pieces: readonly (string | TokenUse)[]
}

/** Characters that no template holds stand around a token's number while the static text is read. */
const HOLE = /\ue000(\d+)\ue001/

/**
 * Where the values of a template's tokens must be found, whatever they are: the template is read once
 * with marks in place of its tokens. None where it cannot be read, or where marks stand in keys.
 */
export function expectedTexts(
  { template }: CompiledWebhook,
  format: BodyFormat,
  placed: readonly PlacedUse[],
): readonly ExpectedText[] {
  if (template === undefined || format.name === 'text') return []
  const uses: TokenUse[] = []
  const marked = template.parts.map((part) => {
    if (part.kind === 'text') return part.text
    const context = placed.find(({ use }) => use === part)?.placed.context
    const mark = `\ue000${uses.push(part) - 1}\ue001`
    return context === 'json-value' ? JSON.stringify(mark) : mark
  })
  const reading = format.readBody(marked.join(''))
  return [...leavesOf(reading)].flatMap(([place, text]) => {
    const isExpected = typeof text === 'string' && HOLE.test(text) && !HOLE.test(place)
    return isExpected ? [{ place, pieces: piecesOf(text, uses) }] : []
  })
}

function piecesOf(text: string, uses: readonly TokenUse[]): ExpectedText['pieces'] {
  return text.split(HOLE).flatMap((piece, index): ExpectedText['pieces'] => {
    const use = index % 2 === 0 ? undefined : uses[Number(piece)]
    return use === undefined ? (piece === '' ? [] : [piece]) : [use]
  })
}
