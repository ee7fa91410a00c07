import type { TemplatePart, TokenPart } from '../tokens/parse-template.ts'
import type { PlacedToken, TemplateFlaw, TemplateReading } from './body-format.ts'
import { MAX_JSON_DEPTH } from './json-depth.ts'

/** A character of the static text, or a token: a hole that Marketo fills. */
type Unit =
  | { readonly at: number; readonly character: string }
  | { readonly at: number; readonly token: TokenPart }

type Path = readonly (string | number)[]

interface Reader {
  readonly units: readonly Unit[]
  readonly end: number
  readonly tokens: PlacedToken[]
  readonly flaws: TemplateFlaw[]
  position: number
}

const BARE = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/

/**
 * Reads a JSON template as a document with holes: where each token stands, and what is wrong with the
 * static text. Total: it goes on behind a flaw, but reports only the first of a row.
 */
export function readJsonTemplate(parts: readonly TemplatePart[]): TemplateReading {
  const units = parts.flatMap(unitsOf)
  const reader: Reader = { units, end: parts.at(-1)?.end ?? 0, tokens: [], flaws: [], position: 0 }
  skipSpace(reader)
  if (reader.position < units.length) readValue(reader, [])
  skipSpace(reader)
  if (reader.position < units.length) {
    flaw(reader, 'there is more text behind the end of the JSON document')
    readRest(reader)
  }
  return { tokens: reader.tokens, flaws: reader.flaws.slice(0, 1) }
}

function unitsOf(part: TemplatePart): readonly Unit[] {
  if (part.kind === 'token') return [{ at: part.start, token: part }]
  return Array.from({ length: part.text.length }, (_, index) => ({
    at: part.start + index,
    character: part.text.charAt(index),
  }))
}

function readValue(reader: Reader, path: Path): void {
  if (path.length > MAX_JSON_DEPTH) {
    flaw(reader, 'it is nested too deeply')
    return readRest(reader)
  }
  const character = peek(reader)
  if (character === '{') return readObject(reader, path)
  if (character === '[') return readArray(reader, path)
  if (character === '"') {
    readString(reader, 'json-string', path)
    return
  }
  readBare(reader, path)
}

function readObject(reader: Reader, path: Path): void {
  const keys = new Set<string>()
  reader.position += 1
  skipSpace(reader)
  if (take(reader, '}')) return
  while (reader.position < reader.units.length) {
    readMember(reader, path, keys)
    skipSpace(reader)
    if (take(reader, '}')) return
    if (!take(reader, ',')) {
      recover(reader, 'a comma or "}" is missing')
      continue
    }
    skipSpace(reader)
    if (peek(reader) === '}') flaw(reader, 'a comma stands before "}"')
    if (take(reader, '}')) return
  }
  flaw(reader, 'a "}" is missing')
}

function readMember(reader: Reader, path: Path, keys: Set<string>): void {
  const start = here(reader)
  const isQuoted = peek(reader) === '"'
  if (!isQuoted && !takeTokenKey(reader)) flaw(reader, 'a key in double quotes is missing')
  const key = isQuoted ? readString(reader, 'json-key', undefined) : undefined
  if (key !== undefined && keys.has(key)) {
    reader.flaws.push({
      start,
      end: here(reader),
      message: `the key "${key}" stands here a second time`,
    })
  }
  if (key !== undefined) keys.add(key)
  skipSpace(reader)
  if (!take(reader, ':')) flaw(reader, 'a ":" is missing')
  skipSpace(reader)
  readValue(reader, [...path, key ?? ''])
}

/** A token as a whole key: under the encoding JSON it brings its own quotes. */
function takeTokenKey(reader: Reader): boolean {
  const unit = reader.units[reader.position]
  if (unit === undefined || !('token' in unit)) return false
  reader.tokens.push({ token: unit.token, context: 'json-key', isAlone: true, path: undefined })
  reader.position += 1
  return true
}

function readArray(reader: Reader, path: Path): void {
  reader.position += 1
  skipSpace(reader)
  if (take(reader, ']')) return
  for (let index = 0; reader.position < reader.units.length; index++) {
    readValue(reader, [...path, index])
    skipSpace(reader)
    if (take(reader, ']')) return
    if (!take(reader, ',')) {
      recover(reader, 'a comma or "]" is missing')
      continue
    }
    skipSpace(reader)
    if (peek(reader) === ']') flaw(reader, 'a comma stands before "]"')
    if (take(reader, ']')) return
  }
  flaw(reader, 'a "]" is missing')
}

/** Reads a string with its holes; gives its text when it has none. */
function readString(
  reader: Reader,
  context: 'json-string' | 'json-key',
  path: Path | undefined,
): string | undefined {
  const start = here(reader)
  const tokens: TokenPart[] = []
  let text = ''
  reader.position += 1
  for (;;) {
    const unit = reader.units[reader.position]
    if (unit === undefined || ('character' in unit && unit.character === '\n')) {
      reader.flaws.push({
        start,
        end: start + 1,
        message: 'a string is opened here and not closed',
      })
      break
    }
    reader.position += 1
    if ('token' in unit) tokens.push(unit.token)
    else if (unit.character === '"') break
    else if (unit.character < ' ') controlCharacter(reader, unit.at)
    else text += unit.character === '\\' ? readEscape(reader) : unit.character
  }
  const isAlone = tokens.length === 1 && text === ''
  for (const token of tokens) reader.tokens.push({ token, context, isAlone, path })
  return tokens.length === 0 ? text : undefined
}

function controlCharacter(reader: Reader, at: number): void {
  const message = 'a tab or another control character stands in a string'
  reader.flaws.push({ start: at, end: at + 1, message })
}

function readEscape(reader: Reader): string {
  const unit = reader.units[reader.position]
  if (unit === undefined || !('character' in unit)) return ''
  reader.position += 1
  if (!/["\\/bfnrtu]/.test(unit.character)) {
    reader.flaws.push({
      start: unit.at - 1,
      end: unit.at + 1,
      message: `"\\${unit.character}" is no escape of JSON`,
    })
  }
  return `\\${unit.character}`
}

/** A number, a word, a token as a value, or something that is none of them. */
function readBare(reader: Reader, path: Path): void {
  const start = here(reader)
  const tokens: TokenPart[] = []
  let text = ''
  for (;;) {
    const unit = reader.units[reader.position]
    if (unit === undefined) break
    if ('character' in unit && /[\s,\]}"[{:]/.test(unit.character)) break
    if ('token' in unit) tokens.push(unit.token)
    else text += unit.character
    reader.position += 1
  }
  const isAlone = tokens.length === 1 && text === ''
  for (const token of tokens) reader.tokens.push({ token, context: 'json-value', isAlone, path })
  const isSound = tokens.length === 0 ? BARE.test(text) : isAlone
  if (isSound) return
  const message =
    text === '' && tokens.length === 0 ? 'a value is missing' : 'this is no JSON value'
  reader.flaws.push({ start, end: Math.max(here(reader), start + 1), message })
}

/** Goes on behind a flaw where another member can begin. */
function recover(reader: Reader, message: string): void {
  const unit = reader.units[reader.position]
  if (unit === undefined) return
  flaw(reader, message)
  if ('token' in unit) placeLost(reader, unit.token)
  if ('token' in unit || unit.character !== '"') reader.position += 1
}

/** A token in a broken stretch is placed all the same, so that no token goes unseen. */
function placeLost(reader: Reader, token: TokenPart): void {
  reader.tokens.push({ token, context: 'json-value', isAlone: false, path: undefined })
}

function readRest(reader: Reader): void {
  for (; reader.position < reader.units.length; reader.position++) {
    const unit = reader.units[reader.position]
    if (unit === undefined || !('token' in unit)) continue
    placeLost(reader, unit.token)
  }
}

function flaw(reader: Reader, message: string): void {
  const start = here(reader)
  reader.flaws.push({ start, end: Math.min(start + 1, reader.end), message })
}

function here(reader: Reader): number {
  return reader.units[reader.position]?.at ?? reader.end
}

function peek(reader: Reader): string | undefined {
  const unit = reader.units[reader.position]
  return unit !== undefined && 'character' in unit ? unit.character : undefined
}

function take(reader: Reader, character: string): boolean {
  if (peek(reader) !== character) return false
  reader.position += 1
  return true
}

function skipSpace(reader: Reader): void {
  while (/^[ \t\r\n]$/.test(peek(reader) ?? '')) reader.position += 1
}
