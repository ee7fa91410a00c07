/** Where two texts part, in characters as a reader counts them. */
export interface Difference {
  /** Offset of the first character that differs, the same in both texts, in UTF-16 units. */
  readonly at: number
  /** Both from 1; a column counts characters, not UTF-16 units. */
  readonly line: number
  readonly column: number
  /** The character of each text at that place; undefined where the text has ended. */
  readonly expected: string | undefined
  readonly found: string | undefined
}

/** The first character in which two texts differ; undefined where they are the same. */
export function firstDifference(expected: string, found: string): Difference | undefined {
  if (expected === found) return undefined
  const at = commonLength(expected, found)
  const before = expected.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return {
    at,
    line: before.split('\n').length,
    column: Array.from(before.slice(lineStart)).length + 1,
    expected: characterAt(expected, at),
    found: characterAt(found, at),
  }
}

/** Never ends within a character of two units. */
function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return isWithinPair(a, length) || isWithinPair(b, length) ? length - 1 : length
}

function isWithinPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1)) && at > 0
}

function characterAt(text: string, at: number): string | undefined {
  const point = text.codePointAt(at)
  return point === undefined ? undefined : String.fromCodePoint(point)
}
