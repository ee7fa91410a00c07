import type { SentWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { BodyFormat } from '../marketo/body-formats/body-format.ts'
import { leavesOf } from './leaves-of.ts'
import type { PlacedUse } from './placed-use.ts'
import type { TextPieces } from './read-as-expected.ts'
import { readUrl } from './read-url.ts'
import { sentBodyOf, type SentBody } from './sent-body.ts'

/** What the endpoint must read at one place of the body or the URL. */
export interface ExpectedText {
  /** As `leavesOf` or `readUrl` names it. */
  readonly place: string
  readonly pieces: TextPieces
}

/** Characters that no template holds stand around a token's number while the static text is read. */
const HOLE = /\ue000(\d+)\ue001/

/**
 * Where the values of a body's tokens must be found, whatever they are, in the static text of a world.
 * None where it cannot be read, or where tokens stand in keys.
 */
export function expectedTexts(
  webhook: SentWebhook,
  format: BodyFormat,
): (world: AssumptionSet) => readonly ExpectedText[] {
  const sentBody = sentBodyOf(webhook, format)
  const known = new Map<SentBody, readonly ExpectedText[]>()
  return (world) => {
    const sent = sentBody(world)
    if (sent === undefined || format.name === 'text') return []
    const texts = known.get(sent) ?? textsOf(sent, format)
    known.set(sent, texts)
    return texts
  }
}

/** The body is read once, with marks in place of its tokens. */
function textsOf({ text, placed }: SentBody, format: BodyFormat): readonly ExpectedText[] {
  const uses: TokenUse[] = []
  const marked = text.parts.map((part) => {
    if (part.kind === 'text') return part.text
    const context = placed.find(({ use }) => use === part)?.placed.context
    const mark = `\ue000${uses.push(part) - 1}\ue001`
    return context === 'json-value' ? JSON.stringify(mark) : mark
  })
  const reading = format.readBody(marked.join(''))
  return textsWithTokens(leavesOf(reading), uses)
}

/** Stands for whatever is called: the texts behind it do not depend on it. */
const SOMEWHERE = 'https://example.com'

/** The same for the URL, from its path on: tokens before it decide who is called, and have no text to be read. */
export function expectedUrlTexts(
  { url }: SentWebhook,
  placed: readonly PlacedUse[],
): readonly ExpectedText[] {
  const uses: TokenUse[] = []
  const isBeforePath = (use: TokenUse): boolean =>
    placed.find((candidate) => candidate.use === use)?.placed.context === 'url-host'
  const last = url.parts.findLastIndex((part) => part.kind === 'token' && isBeforePath(part))
  const marked = url.parts
    .slice(last + 1)
    .map((part) => (part.kind === 'text' ? part.text : `\ue000${uses.push(part) - 1}\ue001`))
    .join('')
  const path = last === -1 ? marked : SOMEWHERE + marked.replace(/^[^/?#]*/, '')
  return textsWithTokens(readUrl(path)?.texts ?? new Map(), uses)
}

function textsWithTokens(
  texts: ReadonlyMap<string, unknown>,
  uses: readonly TokenUse[],
): readonly ExpectedText[] {
  return [...texts].flatMap(([place, text]) => {
    const isExpected = typeof text === 'string' && HOLE.test(text) && !HOLE.test(place)
    return isExpected ? [{ place, pieces: piecesOf(text, uses) }] : []
  })
}

function piecesOf(text: string, uses: readonly TokenUse[]): TextPieces {
  return text.split(HOLE).flatMap((piece, index): TextPieces => {
    const use = index % 2 === 0 ? undefined : uses[Number(piece)]
    return use === undefined ? (piece === '' ? [] : [piece]) : [use]
  })
}
