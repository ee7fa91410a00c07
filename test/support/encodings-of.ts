/** A way to write a text so that whoever finds it has the text. */
export interface EncodedText {
  readonly encoding: string
  readonly text: string
}

/** Every spelling in which an output could give a marker away; each text once. */
export function encodingsOf(marker: string): readonly EncodedText[] {
  const found = new Map<string, string>()
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    for (const text of encode(marker)) if (!found.has(text)) found.set(text, name)
  }
  return [...found].map(([text, encoding]) => ({ encoding, text }))
}

type Encode = (marker: string) => readonly string[]

const ENCODINGS: Readonly<Record<string, Encode>> = {
  raw: (marker) => [marker],
  'upper case': (marker) => [marker.toUpperCase()],
  'lower case': (marker) => [marker.toLowerCase()],
  reversed: (marker) => [[...marker].toReversed().join('')],
  'JSON text': (marker) => [jsonText(marker), jsonText(marker).replaceAll('/', '\\/')],
  'JSON in JSON': (marker) => [jsonText(jsonText(marker))],
  'JSON escapes': (marker) => [
    each(marker, (unit) => `\\u${hex(unit, 4)}`),
    each(marker, (unit) => `\\u${hex(unit, 4).toUpperCase()}`),
    each(marker, (unit) => (isPlain(unit) ? char(unit) : `\\u${hex(unit, 4)}`)),
    each(marker, (unit) => (unit > 126 ? `\\u${hex(unit, 4)}` : jsonText(char(unit)))),
  ],
  'code points': (marker) => [
    [...marker].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join(''),
  ],
  percent: (marker) => [
    encodeURIComponent(marker),
    lowerEscapes(encodeURIComponent(marker)),
    encodeURI(marker),
    encodeURIComponent(marker).replaceAll("'", '%27'),
    eachByte(marker, (byte) => `%${hex(byte, 2).toUpperCase()}`),
    eachByte(marker, (byte) => `%${hex(byte, 2)}`),
  ],
  form: (marker) => [formText(marker), lowerEscapes(formText(marker))],
  base64: (marker) => [0, 1, 2].flatMap((before) => base64At(marker, before)),
  'base64 of user:password': (marker) => [
    ...base64At(`${marker}:`, 0),
    ...base64At(`:${marker}`, 1),
    Buffer.from(`${marker}:${marker}`).toString('base64'),
  ],
  hex: (marker) => [
    eachByte(marker, (byte) => hex(byte, 2)),
    eachByte(marker, (byte) => hex(byte, 2).toUpperCase()),
    eachByte(marker, (byte) => `\\x${hex(byte, 2)}`),
    eachByte(marker, (byte) => `${hex(byte, 2)} `).trim(),
  ],
  octal: (marker) => [eachByte(marker, (byte) => `\\${byte.toString(8).padStart(3, '0')}`)],
  HTML: (marker) => [
    entities(marker, { '"': '&quot;', "'": '&#39;' }),
    entities(marker, { '"': '&quot;', "'": '&#x27;' }),
    entities(marker, { '"': '&#34;', "'": '&#39;' }),
    entities(marker, {}),
    [...marker].map((character) => `&#${character.codePointAt(0) ?? 0};`).join(''),
    [...marker].map((character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`).join(''),
  ],
  XML: (marker) => [entities(marker, { '"': '&quot;', "'": '&apos;' })],
  shell: (marker) => [
    marker.replaceAll("'", `'\\''`),
    marker.replaceAll('\\', '\\\\').replaceAll("'", "\\'"),
    marker.replaceAll(/(["\\$`])/g, '\\$1'),
  ],
  YAML: (marker) => [marker.replaceAll("'", "''")],
  Markdown: (marker) => [marker.replaceAll(/([\\`*_{}[\]()#+.!|<>~-])/g, '\\$1')],
}

function each(text: string, write: (unit: number) => string): string {
  return Array.from({ length: text.length }, (_unit, at) => write(text.charCodeAt(at))).join('')
}

function eachByte(text: string, write: (byte: number) => string): string {
  return Array.from(new TextEncoder().encode(text), write).join('')
}

function char(unit: number): string {
  return String.fromCharCode(unit)
}

function isPlain(unit: number): boolean {
  return /[A-Za-z0-9]/.test(char(unit))
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

function jsonText(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function formText(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}

function lowerEscapes(text: string): string {
  return text.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())
}

/** What is the same in base64 whatever stands around the text; `before` is how many bytes stand ahead of it, in threes. */
function base64At(text: string, before: number): readonly string[] {
  const bytes = [...new Uint8Array(before), ...new TextEncoder().encode(text)]
  const start = before === 0 ? 0 : 4
  const end = Math.floor(bytes.length / 3) * 4
  const standard = Buffer.from(bytes).toString('base64').slice(start, end)
  return [standard, standard.replaceAll('+', '-').replaceAll('/', '_')]
}

function entities(text: string, quotes: Readonly<Record<string, string>>): string {
  const table: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    ...quotes,
  }
  return text.replaceAll(/[&<>"']/g, (character) => table[character] ?? character)
}
