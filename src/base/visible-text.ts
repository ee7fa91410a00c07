const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]|(?! )\p{Zs}/gu

/**
 * Spells what a reader could not see, or a terminal would obey, as `\u{...}`.
 * Every fuzzed value passes through here before it is printed anywhere.
 */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (found) => {
    const short = SHORT_NAMES.get(found)
    return short ?? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`
  })
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])
