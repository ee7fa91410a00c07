import { firstDifference } from '../base/first-difference.ts'
import type { HttpRequest } from './call.ts'

/** Where two requests part: which part of them, and which byte of it. */
export interface DifferentByte {
  /** `the method`, `the URL`, `the header X-Key`, `the body`. */
  readonly part: string
  /** From 0, in bytes of UTF-8. */
  readonly byte: number
  /** In the body: both from 1. */
  readonly line: number
  readonly column: number
  /** The character of each at that place; undefined where it has ended. */
  readonly expected: string | undefined
  readonly found: string | undefined
}

/** The first byte in which the second request differs, in the order in which they travel; header names without case. */
export function firstDifferentByte(
  expected: HttpRequest,
  found: HttpRequest,
): DifferentByte | undefined {
  for (const [part, wanted, actual] of partsOf(expected, found)) {
    const difference = firstDifference(wanted, actual)
    if (difference === undefined) continue
    const { at, line, column } = difference
    const byte = new TextEncoder().encode(wanted.slice(0, at)).length
    return { part, byte, line, column, expected: difference.expected, found: difference.found }
  }
  return undefined
}

function partsOf(
  expected: HttpRequest,
  found: HttpRequest,
): readonly (readonly [part: string, expected: string, found: string])[] {
  const names = [...expected.headers, ...found.headers].map(([name]) => name.toLowerCase())
  const headers = [...new Set(names)].map(
    (name) =>
      [
        `the header ${name}`,
        valuesOf(expected, name).join(''),
        valuesOf(found, name).join(''),
      ] as const,
  )
  return [
    ['the method', expected.method, found.method],
    ['the URL', expected.url, found.url],
    ...headers,
    ['the body', expected.body ?? '', found.body ?? ''],
  ]
}

/** Each value with its end, so that a header that is missing differs from one that is empty. */
function valuesOf({ headers }: HttpRequest, name: string): readonly string[] {
  const own = headers.filter(([each]) => each.toLowerCase() === name)
  return own.map(([, value]) => `${value}\n`)
}
