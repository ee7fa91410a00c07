import type { TemplatePart, TokenPart } from '../tokens/parse-template.ts'
import type {
  BodyFormat,
  BodyReading,
  PlacedToken,
  TemplateFlaw,
  TemplateReading,
} from './body-format.ts'

/** `key=value&key=value`, as browsers send it. Source: WHATWG URL, application/x-www-form-urlencoded. */
export const formBody: BodyFormat = {
  name: 'form',
  title: 'a form',
  mediaTypes: ['application/x-www-form-urlencoded'],
  fileExtension: 'txt',
  readTemplate,
  readBody,
}

interface FormReader {
  readonly tokens: PlacedToken[]
  readonly flaws: TemplateFlaw[]
  readonly keys: Set<string>
}

/** The parts between two `&`. */
interface Pair {
  readonly start: number
  readonly end: number
  readonly key: string
  readonly keyTokens: readonly TokenPart[]
  readonly value: string
  readonly valueTokens: readonly TokenPart[]
  readonly hasEquals: boolean
}

function readTemplate(parts: readonly TemplatePart[]): TemplateReading {
  const reader: FormReader = { tokens: [], flaws: [], keys: new Set() }
  for (const pair of splitPairs(parts)) readPair(pair, reader)
  return { tokens: reader.tokens, flaws: reader.flaws }
}

/** The pairs of a form; the texts between their ends put together are the template. */
export function splitPairs(parts: readonly TemplatePart[]): readonly Pair[] {
  const pairs: Pair[] = []
  let open = blankPair(0)
  for (const part of parts) {
    if (part.kind === 'token') {
      open = withToken(open, part)
      continue
    }
    const [first = '', ...rest] = part.text.split('&')
    open = withText(open, first, part.start)
    let at = part.start + first.length
    for (const text of rest) {
      pairs.push(open)
      open = withText(blankPair(at + 1), text, at + 1)
      at += 1 + text.length
    }
  }
  pairs.push(open)
  return pairs
}

function blankPair(start: number): Pair {
  return { start, end: start, key: '', keyTokens: [], value: '', valueTokens: [], hasEquals: false }
}

function withText(pair: Pair, text: string, start: number): Pair {
  const end = start + text.length
  if (pair.hasEquals) return { ...pair, end, value: pair.value + text }
  const equals = text.indexOf('=')
  if (equals === -1) return { ...pair, end, key: pair.key + text }
  const value = text.slice(equals + 1)
  return { ...pair, end, key: pair.key + text.slice(0, equals), value, hasEquals: true }
}

function withToken(pair: Pair, token: TokenPart): Pair {
  return pair.hasEquals
    ? { ...pair, end: token.end, valueTokens: [...pair.valueTokens, token] }
    : { ...pair, end: token.end, keyTokens: [...pair.keyTokens, token] }
}

function readPair(pair: Pair, { tokens, flaws, keys }: FormReader): void {
  const key = decodeForm(pair.key)
  for (const token of pair.keyTokens) {
    tokens.push({ token, context: 'form-key', isAlone: false, path: undefined })
  }
  const isAlone = pair.value === '' && pair.valueTokens.length === 1
  for (const token of pair.valueTokens) {
    const path = pair.keyTokens.length === 0 ? [key] : undefined
    tokens.push({ token, context: 'form-value', isAlone, path })
  }
  const message = flawOf(pair, key, keys)
  if (message !== undefined) flaws.push({ start: pair.start, end: pair.end, message })
  keys.add(key)
}

function flawOf(pair: Pair, key: string, keys: ReadonlySet<string>): string | undefined {
  if (pair.keyTokens.length > 0) return undefined
  if (/^\s|\s$/.test(pair.key)) return 'white space beside a key becomes a part of the key'
  if (/[\r\n]/.test(pair.value)) return 'a line break becomes a part of the value'
  if (pair.key === '') return 'a pair has no key'
  if (!pair.hasEquals) return `"${pair.key}" has no "=" and no value`
  return keys.has(key) ? `the key "${key}" stands here a second time` : undefined
}

function readBody(body: string): BodyReading {
  const value: Record<string, string> = Object.create(null)
  let offset = 0
  for (const pair of body.split('&')) {
    const [name, text] = [...new URLSearchParams(pair.replaceAll('&', ''))][0] ?? ['', '']
    if (pair === '') return { status: 'unreadable', reason: 'an empty pair', offset }
    if (Object.hasOwn(value, name)) {
      return { status: 'unreadable', reason: 'a key stands twice', offset }
    }
    value[name] = text
    offset += pair.length + 1
  }
  return { status: 'read', value }
}

/** What a reader of the form reads for it. */
export function decodeForm(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? text
}
