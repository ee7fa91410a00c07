/** How long texts are made: a plain sample, or as long as the schema allows. */
export type SampleSize = 'usual' | 'longest'

/** Valid examples of the formats that ajv-formats knows and endpoints use. Source: JSON Schema, "format". */
export const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-11-24',
  'date-time': '2026-11-24T09:30:00Z',
  email: 'jane@example.com',
  hostname: 'www.example.com',
  'idn-email': 'jane@example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  iri: 'https://www.example.com/',
  time: '09:30:00Z',
  uri: 'https://www.example.com/',
  'uri-reference': '/leads/1',
  url: 'https://www.example.com/',
  uuid: '0b6a4f3e-6f0e-4c1a-9d5e-3f2b1a0c9d8e',
}

/** A text that a schema's `format`, `pattern`, `minLength` and `maxLength` allow, as far as they are understood. */
export function sampleText(schema: Readonly<Record<string, unknown>>, size: SampleSize): string {
  const { format, pattern, minLength, maxLength } = schema
  if (typeof format === 'string' && FORMATS[format] !== undefined) return FORMATS[format]
  const least = typeof minLength === 'number' ? minLength : 0
  const most = typeof maxLength === 'number' ? maxLength : undefined
  if (typeof pattern === 'string') {
    const found = matching(pattern, { least, most, size })
    if (found !== undefined) return found
  }
  if (size === 'usual') return 'sample'.padEnd(least, 'x').slice(0, most)
  return 'x'.repeat(Math.max(least, most ?? 'sample'.length))
}

/** How long a text may be, and how long it should be. */
export interface Room {
  readonly least: number
  readonly most: number | undefined
  readonly size: SampleSize
}

/** Longer than any field of Marketo's is not needed to see that a value does not fit. */
const LONGEST = 40_000

/** Tries texts that the pattern describes, with its repetitions as long as asked for. */
export function matching(pattern: string, { least, most, size }: Room): string | undefined {
  const expression = compile(pattern)
  if (expression === undefined) return undefined
  const longest = Math.min(most ?? 300, LONGEST)
  const open = most === undefined ? Math.max(least, 6) : LONGEST
  const fits = (text: string): boolean =>
    text.length >= least && text.length <= (most ?? Infinity) && expression.test(text)
  const counts = Array.from({ length: Math.min(longest, 300) + 1 }, (_, index) =>
    size === 'longest' ? longest - index : index + 1,
  )
  for (const count of [...counts, least]) {
    const text = describe(pattern, { count, open })
    if (text !== undefined && fits(text)) return text
  }
  return ['sample', 'Sample', 'SAMPLE', '1', FORMATS['uuid'] ?? ''].find(fits)
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    return undefined
  }
}

/** An atom (class, escape, dot, plain character) and how often it may stand; anchors are left out. */
const PIECE = /(?<set>\[\^?\\?[^\]]*\])|\\(?<escape>.)|(?<anchor>[$^])|(?<plain>[^\\[\](){}*+?|])/uy
const REPEAT = /\{(?<least>\d+)(?<range>,(?<most>\d*))?\}|(?<sign>[*+?])/uy

interface Repetition {
  readonly count: number
  /** The most for what may stand any number of times: without `maxLength` nobody says how long is long. */
  readonly open: number
}

/** A text for a pattern of atoms and repetitions; undefined for groups and alternatives. */
function describe(pattern: string, repetition: Repetition): string | undefined {
  let text = ''
  let at = 0
  while (at < pattern.length) {
    PIECE.lastIndex = at
    const piece = PIECE.exec(pattern)
    if (piece === null) return undefined
    at = PIECE.lastIndex
    REPEAT.lastIndex = at
    const repeat = REPEAT.exec(pattern)
    if (repeat !== null) at = REPEAT.lastIndex
    if (piece.groups?.['anchor'] === undefined) {
      text += characterOf(piece.groups ?? {}).repeat(timesOf(repeat?.groups, repetition))
    }
  }
  return text
}

function timesOf(
  repeat: Readonly<Record<string, string | undefined>> | undefined,
  { count, open }: Repetition,
): number {
  if (repeat === undefined) return 1
  if (repeat['sign'] === '?') return Math.min(1, count)
  if (repeat['sign'] !== undefined)
    return Math.max(repeat['sign'] === '+' ? 1 : 0, Math.min(open, count))
  const least = Number(repeat['least'])
  const most = repeat['range'] === undefined ? least : Number(repeat['most'] || open)
  return Math.max(least, Math.min(most, count))
}

/** The first of a few plain characters that the atom allows. */
function characterOf({ set, escape, plain }: Readonly<Record<string, string | undefined>>): string {
  if (plain !== undefined) return plain === '.' ? 'x' : plain
  const atom = set ?? `\\${escape ?? ''}`
  const expression = compile(`^${atom}$`)
  const candidates = [...'xX1aA0-_ ./@', ...(set ?? escape ?? '').replace(/[[\]\\^]/g, '')]
  return candidates.find((candidate) => expression?.test(candidate) === true) ?? 'x'
}
