import { visibleText } from '../base/visible-text.ts'
import type { BuiltFile } from './run-build.ts'

/** The most changed lines of a file that are printed. */
const MOST_LINES = 20

/** What differs between the disk and the definition: the first changed lines of each side. */
export function showDifference({ path, expected, actual }: BuiltFile): string {
  if (actual === undefined) return `${path}: is missing\n`
  if (expected === undefined) return `${path}: the definition no longer makes it\n`
  const before = actual.split('\n')
  const after = expected.split('\n')
  const start = before.findIndex((line, index) => line !== after[index])
  const from = start === -1 ? before.length : start
  const tail = commonTail(before, after, from)
  const removed = before.slice(from, before.length - tail).map((line) => `- ${visibleText(line)}`)
  const added = after.slice(from, after.length - tail).map((line) => `+ ${visibleText(line)}`)
  return [`${path}: differs from line ${from + 1}`, ...cut(removed), ...cut(added), ''].join('\n')
}

function commonTail(before: readonly string[], after: readonly string[], from: number): number {
  const most = Math.min(before.length, after.length) - from
  let length = 0
  while (length < most && before[before.length - 1 - length] === after[after.length - 1 - length])
    length += 1
  return length
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES), `  … ${lines.length - MOST_LINES} more lines`]
}
