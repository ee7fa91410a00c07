import type { CapturedCall } from './captured-call.ts'
import { decodeCapture } from './decode-capture.ts'

/** What a captures file holds, and what in it could not be read. */
export interface Captures {
  /** In the order of the file, each once. */
  readonly calls: readonly CapturedCall[]
  readonly problems: readonly CaptureProblem[]
  /**
   * The text up to the end of its last whole line. What follows was torn off when its writer was killed;
   * whoever appends cuts it off.
   */
  readonly whole: string
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
  const calls = new Map<string, CapturedCall>()
  const problems: CaptureProblem[] = []
  const told = new Set<string>()
  for (const [index, content] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (content.trim() === '') continue
    const line = index + 1
    const decoded = decodeCapture(content)
    if (decoded.status === 'unreadable') {
      problems.push({ line, why: decoded.why, isLeftOut: true })
      continue
    }
    const news = decoded.unknown.filter((name) => !told.has(name))
    for (const name of news) told.add(name)
    if (news.length > 0) problems.push({ line, why: unknownWords(news), isLeftOut: false })
    const { id } = decoded.call
    if (calls.has(id)) {
      problems.push({ line, why: 'has the id of an earlier one, which counts', isLeftOut: true })
    } else calls.set(id, decoded.call)
  }
  return { calls: [...calls.values()], problems, whole: wholeOf(text) }
}

/** Names are told once, however many lines have them. */
function unknownWords(names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(', ')
  return `has what this version of hookbook does not know, ${list}; it is passed over`
}

/** A last line that only lacks its end is whole. */
function wholeOf(text: string): string {
  const end = text.lastIndexOf('\n') + 1
  const isTorn = decodeCapture(text.slice(end)).status === 'unreadable'
  return isTorn ? text.slice(0, end) : text
}

/** The sentence for people: `captures.jsonl:3: this line …`. */
export function captureProblemWords(
  { line, why, isLeftOut }: CaptureProblem,
  file: string,
): string {
  return `${file}:${line}: this line ${why}${isLeftOut ? '; it is left out' : ''}`
}
