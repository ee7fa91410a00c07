import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { TemplatePart } from '../tokens/parse-template.ts'
import { tooDeepAt } from './json-depth.ts'
import { readJsonTemplate } from './read-json-template.ts'
import { tokenMeaning } from './token-meaning.ts'
import type { TemplateMember } from './template-member.ts'

/** Every value of a JSON template; undefined where its static text is no JSON. */
export function jsonMembers(parts: readonly TemplatePart[]): readonly TemplateMember[] | undefined {
  const { tokens, flaws } = readJsonTemplate(parts)
  const isBare = (start: number): boolean =>
    tokens.some(({ token, context }) => token.start === start && context === 'json-value')
  if (flaws.length > 0) return undefined
  const template = parts.map((part) => (part.kind === 'text' ? part.text : part.raw)).join('')
  const standIn = parts
    .map((part) =>
      part.kind === 'text' ? part.text : STAND_IN[isBare(part.start) ? 'number' : 'text'](part.raw),
    )
    .join('')
  if (tooDeepAt(standIn) !== undefined) return undefined
  const errors: ParseError[] = []
  const root = parseTree(standIn, errors, { disallowComments: true })
  if (root === undefined || errors.length > 0) return undefined
  return membersOf(root, [], template)
}

/** As long as the token, so that places stay what they are. */
const STAND_IN = {
  number: (raw: string): string => '1'.repeat(raw.length),
  text: (raw: string): string => 'x'.repeat(raw.length),
} as const

function membersOf(
  node: Node,
  path: TemplateMember['path'],
  template: string,
): readonly TemplateMember[] {
  const { type, children = [], offset, length } = node
  if (type === 'object' && children.length > 0) {
    return children.flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined
        ? []
        : membersOf(value, [...path, keyOf(key, template)], template),
    )
  }
  if (type === 'array' && children.length > 0) {
    return children.flatMap((child, index) => membersOf(child, [...path, index], template))
  }
  const text = template.slice(offset, offset + length)
  return [{ path, text, meaning: meaningOf(node, text), start: offset, end: offset + length }]
}

/** A number is what is written: the engine's would lose digits. */
function meaningOf({ type, value }: Node, text: string): string {
  if (text.includes('{{')) return tokenMeaning(text)
  if (type === 'string') return JSON.stringify(value)
  return type === 'object' ? '{}' : type === 'array' ? '[]' : text
}

/** A key with a token in it is called as it is written. */
function keyOf({ offset, length, value }: Node, template: string): string {
  const written = template.slice(offset + 1, offset + length - 1)
  return written.includes('{{') ? written : String(value)
}
