import { captureLines, type CaptureLine } from './capture-lines.ts'
import type { CapturedCall } from './captured-call.ts'

/** What a captures file holds, and what in it could not be read. */
export interface Captures {
  /** In the order of the file, each once. */
  readonly calls: readonly CapturedCall[]
  readonly problems: readonly CaptureProblem[]
}

/** One sentence about a line. */
export interface CaptureProblem {
  /** Counted from 1. */
  readonly line: number
  /** Goes on after "this line ". */
  readonly why: string
  /** False where the request counts all the same. */
  readonly isLeftOut: boolean
}

/** Reads a captures file. A bad line costs only itself, and so does a last one that was cut off. */
export function decodeCaptures(text: string): Captures {
  const lines = captureLines()
  const calls = new Map<string, CapturedCall>()
  const problems: CaptureProblem[] = []
  const problemsOf = captureProblems()
  for (const each of [...lines.add(new TextEncoder().encode(text)), ...lines.end()]) {
    problems.push(...problemsOf(each))
    if (each.decoded.status === 'unreadable') continue
    const { call } = each.decoded
    if (!calls.has(call.id)) calls.set(call.id, call)
    else problems.push({ line: each.line, why: TWICE, isLeftOut: true })
  }
  return { calls: [...calls.values()], problems }
}

const TWICE = 'has the id of an earlier one, which counts'

/** What is to be told of each line; what a later version has added is told once, however many lines have it. */
export function captureProblems(): (line: CaptureLine) => readonly CaptureProblem[] {
  const told = new Set<string>()
  return ({ line, decoded }) => {
    if (decoded.status === 'unreadable') return [{ line, why: decoded.why, isLeftOut: true }]
    const news = decoded.unknown.filter((name) => !told.has(name))
    for (const name of news) told.add(name)
    return news.length === 0 ? [] : [{ line, why: unknownWords(news), isLeftOut: false }]
  }
}

function unknownWords(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ')
  return `has what this version of hookbook does not know, ${list}; it is passed over`
}

/** The sentence for people: `captures.jsonl:3: this line …`. */
export function captureProblemWords(
  { line, why, isLeftOut }: CaptureProblem,
  file: string,
): string {
  return `${file}:${line}: this line ${why}${isLeftOut ? '; it is left out' : ''}`
}
