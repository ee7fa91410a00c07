import type { CompiledPart, TokenUse } from '../../compile/compiled-program.ts'
import { nearestShown, type Showing } from './possible-value.ts'

/** A text as it would be sent if the values were those that were seen. */
export interface MatchedText {
  readonly text: string
  /** Where the values of tokens came to stand in it. */
  readonly values: readonly MatchedValue[]
}

export interface MatchedValue {
  readonly use: TokenUse
  readonly start: number
  readonly end: number
}

/**
 * Holds a text that was seen against a template. Between two static stretches stands the value of a
 * token: of all places where the next stretch may begin, the first where a value is possible counts.
 */
export function matchText(
  parts: readonly CompiledPart[],
  seen: string,
  showing: Showing,
): MatchedText {
  let text = ''
  let at = 0
  const values: MatchedValue[] = []
  const before = new Map<string, string>()
  const shownFor: Shown = (use, stretch) =>
    before.get(use.token.raw) ?? nearestShown(use, stretch, showing)
  for (const [nth, part] of parts.entries()) {
    if (part.kind === 'text') {
      text += part.text
      at = seen.startsWith(part.text, at) ? at + part.text.length : seen.length
      continue
    }
    const next = parts[nth + 1]
    const end = endOfValue(part, { seen, at, next }, shownFor)
    const shown = shownFor(part, seen.slice(at, end))
    before.set(part.token.raw, shown)
    values.push({ use: part, start: text.length, end: text.length + shown.length })
    text += shown
    at = end
  }
  return { text, values }
}

/** What stands in the place of a token; the same token shows the same wherever it stands. */
type Shown = (use: TokenUse, stretch: string) => string

interface Place {
  readonly seen: string
  readonly at: number
  readonly next: CompiledPart | undefined
}

/** More places than this are not tried: a short stretch may stand everywhere. */
const MOST_TRIED = 200

function endOfValue(use: TokenUse, { seen, at, next }: Place, shownFor: Shown): number {
  if (next === undefined) return seen.length
  if (next.kind === 'token') return firstPossible(use, anyEnd(seen, at), { seen, at }, shownFor)
  const whole = endsBefore(next.text, seen, at)
  if (whole.length > 0) return firstPossible(use, whole, { seen, at }, shownFor)
  return firstPossible(use, endsBeforeStart(next.text, seen, at), { seen, at }, shownFor)
}

function firstPossible(
  use: TokenUse,
  ends: readonly number[],
  { seen, at }: Pick<Place, 'seen' | 'at'>,
  shownFor: Shown,
): number {
  const isPossible = (end: number): boolean => {
    const text = seen.slice(at, end)
    return shownFor(use, text) === text
  }
  return ends.find(isPossible) ?? ends[0] ?? seen.length
}

function endsBefore(text: string, seen: string, from: number): readonly number[] {
  const ends: number[] = []
  for (
    let found = seen.indexOf(text, from);
    found !== -1 && ends.length < MOST_TRIED;
    found = seen.indexOf(text, found + 1)
  )
    ends.push(found)
  return ends
}

/** Where the next stretch is damaged, as much of its beginning as stands somewhere tells where it should be. */
function endsBeforeStart(text: string, seen: string, from: number): readonly number[] {
  for (let length = text.length - 1; length > 0; length--) {
    const ends = endsBefore(text.slice(0, length), seen, from)
    if (ends.length > 0) return ends
  }
  return [seen.length]
}

function anyEnd(seen: string, from: number): readonly number[] {
  return Array.from(
    { length: Math.min(MOST_TRIED, seen.length - from) + 1 },
    (_, nth) => from + nth,
  )
}
