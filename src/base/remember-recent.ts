/** The same function of a text, which does not work out again what it was asked lately. */
export function rememberRecent<Found>(
  work: (asked: string) => Found,
  most: number,
): (asked: string) => Found {
  const found = new Map<string, { readonly value: Found }>()
  return (asked) => {
    const known = found.get(asked)
    if (known !== undefined) return known.value
    const value = work(asked)
    const [oldest] = found.keys()
    if (found.size >= most && oldest !== undefined) found.delete(oldest)
    found.set(asked, { value })
    return value
  }
}
