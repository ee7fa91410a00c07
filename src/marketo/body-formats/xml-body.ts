import type { TemplatePart, TokenPart } from '../tokens/parse-template.ts'
import { readXml } from '../response-types/read-xml.ts'
import type { BodyFormat, PlacedToken, TemplateReading } from './body-format.ts'
import { xmlPlaceAfter } from './xml-place.ts'

/** XML without document types and entities of its own. */
export const xmlBody: BodyFormat = {
  name: 'xml',
  title: 'XML',
  mediaTypes: ['application/xml', 'text/xml'],
  fileExtension: 'xml',
  readTemplate,
  readBody: readXml,
}

/** A character that no template holds stands for a token while the static text is read. */
const HOLE = '\ue000'

function readTemplate(parts: readonly TemplatePart[]): TemplateReading {
  const text = parts.map((part) => (part.kind === 'text' ? part.text : HOLE)).join('')
  const tokens = placeTokens(parts)
  const hasMarkupToken = tokens.some(({ context }) => context === 'xml-markup')
  const reading = readXml(text)
  if (reading.status === 'read' || hasMarkupToken) return { tokens, flaws: [] }
  const start = templateOffset(parts, reading.offset)
  return { tokens, flaws: [{ start, end: start + 1, message: reading.reason }] }
}

function placeTokens(parts: readonly TemplatePart[]): readonly PlacedToken[] {
  const placed: PlacedToken[] = []
  let before = ''
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'token') placed.push(placeToken(part, before, textAfter(parts, index)))
    before += part.kind === 'text' ? part.text : HOLE
  }
  return placed
}

function placeToken(token: TokenPart, before: string, after: string): PlacedToken {
  const place = xmlPlaceAfter(before)
  if (place === 'markup' || place === 'comment') {
    return { token, context: `xml-${place}`, isAlone: false, path: undefined }
  }
  if (place === 'text' || place === 'cdata') {
    const isAlone = /(?:>|<!\[CDATA\[)$/.test(before) && /^(?:<|\]\]>)/.test(after)
    return { token, context: `xml-${place}`, isAlone, path: undefined }
  }
  const isAlone = before.endsWith(place) && after.startsWith(place)
  return { token, context: 'xml-attribute', isAlone, path: undefined }
}

function textAfter(parts: readonly TemplatePart[], index: number): string {
  const next = parts[index + 1]
  if (next === undefined) return ''
  return next.kind === 'text' ? next.text : HOLE
}

/** An offset in the text with holes as an offset in the template. */
function templateOffset(parts: readonly TemplatePart[], offset: number): number {
  let rest = offset
  for (const part of parts) {
    const length = part.kind === 'text' ? part.text.length : HOLE.length
    if (rest < length) return part.kind === 'text' ? part.start + rest : part.start
    rest -= length
  }
  return Math.max(0, (parts.at(-1)?.end ?? 1) - 1)
}
