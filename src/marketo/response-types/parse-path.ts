/** A step into a response: a member by name, or an array's member by position. */
export type PathSegment =
  | { readonly kind: 'member'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'index'; readonly index: number; readonly start: number; readonly end: number }

export type PathReading =
  | { readonly status: 'path'; readonly segments: readonly PathSegment[] }
  | {
      readonly status: 'invalid'
      readonly start: number
      readonly end: number
      readonly message: string
    }

/** Letters, digits, dash, underscore, colon, white space. Source: Experience League, "Response Mappings". */
const KEY = /[\p{L}\p{N}_:\s-]+/uy
const INDEX = /\[([^\]]*)\]?/y

/** Reads a response attribute such as `orders[0].orderDate`. */
export function parsePath(text: string): PathReading {
  const segments: PathSegment[] = []
  let at = 0
  if (text.trim() === '') return invalid(0, text.length, 'the path is empty')
  while (at < text.length) {
    if (text[at] === '[') {
      const index = readIndex(text, at)
      if ('status' in index) return index
      segments.push(index)
      at = index.end
      continue
    }
    if (segments.length > 0) {
      if (text[at] !== '.') return badCharacter(text, at)
      at += 1
    }
    const member = readMember(text, at)
    if ('status' in member) return member
    segments.push(member)
    at = member.end
  }
  return { status: 'path', segments }
}

function readIndex(text: string, start: number): PathSegment | PathReading {
  INDEX.lastIndex = start
  const found = INDEX.exec(text)
  const end = start + (found?.[0].length ?? 1)
  const digits = found?.[1] ?? ''
  if (found?.[0].endsWith(']') !== true) return invalid(start, end, 'a "[" is not closed')
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits)) {
    return invalid(start, end, `"${found[0]}" is no position: only whole numbers stand in brackets`)
  }
  return { kind: 'index', index: Number(digits), start, end }
}

function readMember(text: string, start: number): PathSegment | PathReading {
  KEY.lastIndex = start
  const name = KEY.exec(text)?.[0]
  if (name !== undefined) return { kind: 'member', name, start, end: start + name.length }
  return start >= text.length || text[start] === '.'
    ? invalid(Math.max(0, start - 1), start, 'a key is missing beside "."')
    : badCharacter(text, start)
}

function badCharacter(text: string, at: number): PathReading {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return invalid(at, at + character.length, `"${character}" cannot stand in a path`)
}

function invalid(start: number, end: number, message: string): PathReading {
  return { status: 'invalid', start, end, message }
}
