/** How far two texts are apart, counted in lines, wherever they stand. */
export interface LineCounts {
  readonly expected: number
  /** Lines of the expected text that the found one lacks. */
  readonly missing: number
  /** Lines of the found text that the expected one lacks. */
  readonly added: number
}

export function compareLines(expected: string, found: string): LineCounts {
  const expectedLines = linesOf(expected)
  const foundLines = linesOf(found)
  return {
    expected: expectedLines.length,
    missing: countMissing(expectedLines, foundLines),
    added: countMissing(foundLines, expectedLines),
  }
}

/** A break at the very end closes the last line, and begins none. */
function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n')
}

/** How many lines of one text have no partner of their own in the other. */
function countMissing(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const partners = left.get(line) ?? 0
    left.set(line, partners - 1)
    return partners <= 0
  }).length
}
