import { Scalar } from 'yaml'

/**
 * A text that is no block, on one line.
 * What stands on one line keeps its spelling; single quotes become double ones where nothing needs an escape.
 */
export function printText(scalar: Scalar, fileText: string): string {
  const [start, end] = scalar.range ?? [0, 0]
  const written = fileText.slice(start, end)
  const value = String(scalar.value)
  if (written.includes('\n')) return isPlain(scalar) && isPlainSafe(value) ? value : quoted(value)
  const isSingle = scalar.type === Scalar.QUOTE_SINGLE
  return isSingle && /^[^"\\\p{Cc}]*$/u.test(value) ? `"${value}"` : written
}

function isPlain({ type }: Scalar): boolean {
  return type === Scalar.PLAIN
}

/** What was plain in several lines is plain in one, unless the lines were of more than one paragraph. */
function isPlainSafe(value: string): boolean {
  return !value.includes('\n')
}

/** JSON is YAML but for characters that only look like line breaks, which YAML reads as they are. */
function quoted(value: string): string {
  return JSON.stringify(value)
}
