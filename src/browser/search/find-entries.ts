/** What an item of the index is found by; where it stands and leads, the item itself says. */
export interface IndexEntry {
  readonly title: string
  /** All that it is found by, in small letters. */
  readonly words: string
}

/**
 * The numbers of the entries that hold every word of a question, the nearest first: titles that begin
 * with it, then titles that hold its words, then what holds them elsewhere. No question finds everything.
 */
export function findEntries(entries: readonly IndexEntry[], question: string): readonly number[] {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean)
  const found = entries.flatMap(({ title, words: text }, number) =>
    words.every((word) => text.includes(word))
      ? [{ number, distance: distanceOf(title.toLowerCase(), words) }]
      : [],
  )
  return found.sort((a, b) => a.distance - b.distance).map(({ number }) => number)
}

function distanceOf(title: string, words: readonly string[]): number {
  if (title.startsWith(words.join(' '))) return 0
  if (words.every((word) => beginsWord(title, word))) return 1
  return words.every((word) => title.includes(word)) ? 2 : 3
}

function beginsWord(text: string, word: string): boolean {
  return ` ${text}`.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))
}
