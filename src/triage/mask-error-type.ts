/** What a person may be known by, wherever it stands in an error type. */
const PERSONAL: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/[^\s@<>"']+@[^\s@<>"']+/g, '(address)'],
  [/"[^"]*"|'[^']*'/g, '(text)'],
  [/\d[\d\s().-]{4,}\d|\d{5,}/g, '(number)'],
]

const LONGEST = 120

/**
 * An error type that holds whatever an endpoint has written as its reason phrase, without what may be a person's.
 * Texts that differ in nothing else become one.
 */
export function maskErrorType(text: string): string {
  const masked = PERSONAL.reduce(
    (rest, [pattern, sign]) => rest.replace(pattern, sign),
    text.trim(),
  )
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked
}
