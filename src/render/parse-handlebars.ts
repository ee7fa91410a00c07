import Handlebars from 'handlebars'
import type { TextProblem } from './text-problem.ts'

export type HandlebarsParse =
  | { readonly status: 'parsed'; readonly program: hbs.AST.Program }
  | { readonly status: 'broken'; readonly problem: TextProblem }

/** A template as Handlebars reads it, or the place where it stops to. */
export function parseHandlebars(text: string): HandlebarsParse {
  try {
    return { status: 'parsed', program: Handlebars.parse(text) }
  } catch (error) {
    return { status: 'broken', problem: problemOf(error, text) }
  }
}

function problemOf(error: unknown, text: string): TextProblem {
  const { start, end } = placeOf(error, text)
  return {
    start,
    end,
    message: messageOf(error),
    help: 'close every {{#if}} and {{#each}}, and every pair of braces',
  }
}

/** Its own words about what does not match are good; those about tokens of its grammar are not. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : ''
  const mismatch = /^(.+ doesn't match .+) - [0-9]+:[0-9]+$/.exec(text)?.[1]
  return mismatch === undefined ? 'the template cannot be read from here on' : `"${mismatch}"`
}

function placeOf(error: unknown, text: string): Pick<TextProblem, 'start' | 'end'> {
  const start = offsetOf(text, errorLine(error) ?? parserLine() ?? { line: 1, column: 0 })
  const lineEnd = text.indexOf('\n', start)
  return {
    start,
    end: Math.min(text.length, Math.max(start, lineEnd === -1 ? text.length : lineEnd)),
  }
}

interface Place {
  readonly line: number
  readonly column: number
}

/** Errors of meaning carry their place. */
function errorLine(error: unknown): Place | undefined {
  return error instanceof Error ? placeIn(error, 'lineNumber', 'column') : undefined
}

/** Errors of grammar do not: the parser still stands where it stopped. */
function parserLine(): Place | undefined {
  let current: unknown = Handlebars
  for (const key of ['Parser', 'lexer', 'yylloc']) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Reflect.get(current, key)
  }
  return placeIn(current, 'first_line', 'first_column')
}

function placeIn(holder: unknown, lineKey: string, columnKey: string): Place | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined
  const line: unknown = Reflect.get(holder, lineKey)
  const column: unknown = Reflect.get(holder, columnKey)
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined
}

/** The offset of a line, counted from one, and a column, counted from zero. */
export function offsetOf(text: string, { line, column }: Place): number {
  let start = 0
  for (const [index, lineBreak] of [...text.matchAll(/\r\n?|\n/g)].entries()) {
    if (index + 2 > line) break
    start = lineBreak.index + lineBreak[0].length
  }
  return Math.min(text.length, start + column)
}
