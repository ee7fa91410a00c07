import { FORMATS, matching } from './sample-text.ts'
import type { Shape } from './shape.ts'

/** Texts that a shape allows, and whether nothing else can come out when any other allowed text is taken. */
export interface BoundaryTexts {
  readonly texts: readonly string[]
  /** What makes the texts mere examples; undefined where every kind of text that matters is among them. */
  readonly unknown: string | undefined
}

/** Texts that fields of other types could be read from. */
const WORDS: readonly string[] = ['sample', '1', '12', 'true', '2026-11-24', '2026-11-24T09:30:00Z']

/** A text of this length shows everything that a longer one does. */
const LONGEST = 100_000

/** Texts that matter to whoever reads them, beside those at the bounds of the schema. */
export interface TextProbes {
  readonly lengths: readonly number[]
  readonly texts: readonly string[]
}

export const NO_PROBES: TextProbes = { lengths: [], texts: [] }

/** Shortest and longest texts, texts that are asked for, and words; each once, shortest first. */
export function boundaryTexts(shape: Shape, { lengths, texts: asked }: TextProbes): BoundaryTexts {
  const { minLength, maxLength, patterns, formats } = shape
  const [pattern] = patterns
  const [format] = formats
  const wanted = [minLength, maxLength ?? minLength, ...lengths].filter(
    (length) => length >= minLength && length <= Math.min(maxLength ?? LONGEST, LONGEST),
  )
  const known = format === undefined ? undefined : FORMATS[format]
  const candidates =
    known !== undefined
      ? [known, ...wanted.flatMap((length) => padded(format, length))]
      : [
          ...WORDS,
          ...wanted.flatMap((length) => ['x'.repeat(length), '1'.repeat(length)]),
          ...(pattern === undefined ? [] : fromPattern(pattern, shape)),
          ...asked,
        ]
  const texts = [...new Set(candidates)].filter((text) => isAllowed(text, shape))
  return { texts: texts.sort((a, b) => a.length - b.length), unknown: unknownOf(shape) }
}

function unknownOf({ patterns, formats }: Shape): string | undefined {
  const strange = formats.find((format) => FORMATS[format] === undefined)
  if (strange !== undefined) return `the format "${strange}" decides`
  return patterns.length === 0 ? undefined : `the pattern "${patterns[0] ?? ''}" decides`
}

function fromPattern(pattern: string, { minLength, maxLength }: Shape): readonly string[] {
  return (['usual', 'longest'] as const).flatMap(
    (size) => matching(pattern, { least: minLength, most: maxLength, size }) ?? [],
  )
}

/** Formats that may be of any length, filled up to one. */
function padded(format: string | undefined, length: number): readonly string[] {
  const sample = FORMATS[format ?? ''] ?? ''
  const missing = length - sample.length
  if (missing <= 0) return []
  if (format === 'email' || format === 'idn-email') return ['x'.repeat(missing) + sample]
  const isOpen = ['uri', 'url', 'iri', 'uri-reference'].includes(format ?? '')
  return isOpen ? [sample + 'x'.repeat(missing)] : []
}

/** Lengths are counted in characters, as JSON Schema does; a format is trusted to its samples. */
export function isAllowed(text: string, { minLength, maxLength, patterns }: Shape): boolean {
  const length = text.length > LONGEST ? text.length : [...text].length
  if (length < minLength || length > (maxLength ?? Infinity)) return false
  return patterns.every((pattern) => isMatch(pattern, text))
}

function isMatch(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text)
  } catch {
    return false
  }
}
