import { SaxesParser } from 'saxes'
import { readXml } from '../response-types/read-xml.ts'
import type { TemplatePart, TokenPart } from '../tokens/parse-template.ts'
import type { TemplateMember } from './template-member.ts'
import { tokenMeaning } from './token-meaning.ts'

/** An element that is being read. */
interface Open {
  readonly path: TemplateMember['path']
  /** How many children of each name there were. */
  readonly counts: Map<string, number>
  readonly start: number
  text: string
  hasChildren: boolean
}

/** The first of the characters that stand for tokens: private ones, one each. */
const FIRST = 0xe000
const MOST_TOKENS = 6_000
const STAND_INS = /[\ue000-\uf8ff]/

/** Every text and attribute of an XML template; undefined where its static text is no XML. */
export function xmlMembers(parts: readonly TemplatePart[]): readonly TemplateMember[] | undefined {
  const tokens = parts.filter((part) => part.kind === 'token')
  const isTaken = parts.some((part) => part.kind === 'text' && STAND_INS.test(part.text))
  if (tokens.length > MOST_TOKENS || isTaken) return undefined
  const standIns = new Map(
    tokens.map((token, nth) => [token, String.fromCodePoint(FIRST + nth)] as const),
  )
  const text = parts
    .map((part) => (part.kind === 'text' ? part.text : (standIns.get(part) ?? '')))
    .join('')
  if (readXml(text).status !== 'read') return undefined
  const offsetOf = offsets(parts)
  return readElements(text).map(({ start, end, text: value, ...member }) => {
    const written = restore(value, tokens)
    return {
      ...member,
      text: written,
      meaning: tokenMeaning(written),
      start: offsetOf(start),
      end: offsetOf(end),
    }
  })
}

type Found = Omit<TemplateMember, 'meaning'>

function readElements(text: string): readonly Found[] {
  const parser = new SaxesParser({ xmlns: false })
  const found: Found[] = []
  const root: Open = { path: [], counts: new Map(), start: 0, text: '', hasChildren: false }
  const open: Open[] = [root]
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1) ?? root
    const nth = parent.counts.get(name) ?? 0
    parent.counts.set(name, nth + 1)
    parent.hasChildren = true
    const path = [...parent.path, name, ...(nth === 0 ? [] : [nth])]
    const end = parser.position
    for (const [key, value] of Object.entries(attributes)) {
      found.push({ path: [...path, `@${key}`], text: value, start: end, end })
    }
    open.push({ path, counts: new Map(), start: end, text: '', hasChildren: false })
  })
  const addText = (chunk: string): void => {
    const top = open.at(-1)
    if (top !== undefined) top.text += chunk
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const done = open.pop()
    if (done === undefined) return
    const { path, start, text: value, hasChildren } = done
    if (hasChildren && value.trim() === '') return
    found.push({ path, text: value, start, end: start })
  })
  parser.write(text).close()
  return found
}

function restore(value: string, tokens: readonly TokenPart[]): string {
  return value.replace(/[\ue000-\uf8ff]/g, (character) => {
    return tokens[(character.codePointAt(0) ?? 0) - FIRST]?.raw ?? character
  })
}

/** Offsets in the text with stand-ins as offsets in the template. */
function offsets(parts: readonly TemplatePart[]): (offset: number) => number {
  return (offset) => {
    let rest = offset
    for (const part of parts) {
      const length = part.kind === 'text' ? part.text.length : 1
      if (rest <= length) return part.kind === 'text' ? part.start + rest : part.start
      rest -= length
    }
    return parts.at(-1)?.end ?? 0
  }
}
