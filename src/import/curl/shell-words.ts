/** The words that a shell hands to a command, or what keeps it from doing so. */
export type ShellWords =
  | {
      readonly status: 'words'
      readonly words: readonly string[]
      /** The operator that ends the command, where something comes after it. */
      readonly endedBy: string | undefined
    }
  | { readonly status: 'open'; readonly quote: string }

interface Scan {
  readonly text: string
  at: number
  word: string | undefined
  readonly words: string[]
}

/**
 * Splits a command line as POSIX shells do, with the `$'…'` of POSIX 2024: quotes, backslashes, lines
 * that go on, comments. Variables stay as `$NAME`, and nothing is run or expanded.
 */
export function shellWords(text: string): ShellWords {
  const scan: Scan = { text, at: 0, word: undefined, words: [] }
  while (scan.at < text.length) {
    const character = text.charAt(scan.at)
    if (/[|&;<>()]/.test(character)) {
      endWord(scan)
      return { status: 'words', words: scan.words, endedBy: character }
    }
    if (character === '\n' && scan.words.length > 0) {
      endWord(scan)
      const rest = text.slice(scan.at).trim()
      return { status: 'words', words: scan.words, endedBy: rest === '' ? undefined : 'line break' }
    }
    const open = step(scan, character)
    if (open !== undefined) return { status: 'open', quote: open }
  }
  endWord(scan)
  return { status: 'words', words: scan.words, endedBy: undefined }
}

/** Reads one character or quoted stretch; gives the quote that is never closed. */
function step(scan: Scan, character: string): string | undefined {
  const { text, at } = scan
  if (/\s/.test(character)) {
    endWord(scan)
    scan.at += 1
    return undefined
  }
  if (character === '#' && scan.word === undefined) {
    const end = text.indexOf('\n', at)
    scan.at = end === -1 ? text.length : end
    return undefined
  }
  if (text.startsWith('\\\n', at) || text.startsWith('\\\r\n', at)) {
    scan.at = text.indexOf('\n', at) + 1
    return undefined
  }
  if (character === '\\') {
    add(scan, text.charAt(at + 1), 2)
    return undefined
  }
  if (text.startsWith("$'", at)) return ansiQuoted(scan)
  if (character === "'") return singleQuoted(scan)
  if (character === '"') return doubleQuoted(scan)
  return plain(scan, character)
}

function plain(scan: Scan, character: string): undefined {
  const variable = variableAt(scan.text, scan.at)
  if (variable === undefined) add(scan, character, 1)
  else add(scan, `$${variable.name}`, variable.length)
  return undefined
}

function singleQuoted(scan: Scan): string | undefined {
  const end = scan.text.indexOf("'", scan.at + 1)
  if (end === -1) return "'"
  add(scan, scan.text.slice(scan.at + 1, end), end + 1 - scan.at)
  return undefined
}

function doubleQuoted(scan: Scan): string | undefined {
  const { text } = scan
  let value = ''
  let at = scan.at + 1
  while (at < text.length && text[at] !== '"') {
    const pair = text.slice(at, at + 2)
    const variable = variableAt(text, at)
    if (pair === '\\\n') at += 2
    else if (/^\\[\\"$`]$/.test(pair)) {
      value += pair.charAt(1)
      at += 2
    } else if (variable !== undefined) {
      value += `$${variable.name}`
      at += variable.length
    } else {
      value += text.charAt(at)
      at += 1
    }
  }
  if (at >= text.length) return '"'
  add(scan, value, at + 1 - scan.at)
  return undefined
}

/** Escapes by number are bytes of UTF-8, so that a stretch is put together as bytes. */
function ansiQuoted(scan: Scan): string | undefined {
  const body = /^\$'((?:\\[\s\S]|[^\\'])*)'/.exec(scan.text.slice(scan.at))
  if (body === null) return "$'"
  const bytes = [...(body[1] ?? '').matchAll(ANSI_PART)].flatMap(([part]) => [...bytesOf(part)])
  add(
    scan,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes)),
    body[0].length,
  )
  return undefined
}

const ANSI_PART =
  /\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|c[\s\S]|[\s\S])|[^\\]+/g

const ANSI_LETTERS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['e', 27],
  ['E', 27],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
])

function bytesOf(part: string): Iterable<number> {
  if (!part.startsWith('\\')) return new TextEncoder().encode(part)
  const kind = part.charAt(1)
  const rest = part.slice(2)
  if (/[0-7]/.test(kind)) return [Number.parseInt(part.slice(1), 8) & 0xff]
  if (kind === 'x' && rest !== '') return [Number.parseInt(rest, 16)]
  if ((kind === 'u' || kind === 'U') && rest !== '')
    return new TextEncoder().encode(characterOf(Number.parseInt(rest, 16)))
  if (kind === 'c' && rest !== '') return [rest.toUpperCase().charCodeAt(0) & 0x1f]
  const letter = ANSI_LETTERS.get(kind)
  if (letter !== undefined) return [letter]
  return new TextEncoder().encode(/[\\'"?]/.test(kind) ? kind : part)
}

function characterOf(point: number): string {
  return point <= 0x10_ffff ? String.fromCodePoint(point) : '\ufffd'
}

function variableAt(
  text: string,
  at: number,
): { readonly name: string; readonly length: number } | undefined {
  const found = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/.exec(text.slice(at, at + 200))
  const name = found?.[1] ?? found?.[2]
  return found === null || name === undefined ? undefined : { name, length: found[0].length }
}

function add(scan: Scan, value: string, length: number): void {
  scan.word = (scan.word ?? '') + value
  scan.at += length
}

function endWord(scan: Scan): void {
  if (scan.word !== undefined) scan.words.push(scan.word)
  scan.word = undefined
}
