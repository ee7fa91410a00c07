/** A text without some others that must not be shown: it stays as long as it was, so that places in it stay what they were. */
export function hideTexts(text: string, hidden: readonly string[]): string {
  return hidden.reduce((shown, each) => shown.replaceAll(each, '*'.repeat(each.length)), text)
}

/** A value of plain data, every text in it without those that must not be shown. */
export function hideInData<T>(data: T, hidden: readonly string[]): T {
  return hidden.length === 0 ? data : hideWithin(data, hidden)
}

function hideWithin<T>(data: T, hidden: readonly string[]): T {
  // A text for a text, a list for a list, a map for a map with the same keys: the shape stays what it was.
  if (typeof data === 'string') return hideTexts(data, hidden) as T
  if (Array.isArray(data)) return data.map((each) => hideWithin(each, hidden)) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, hideWithin(value, hidden)]),
  ) as T
}
