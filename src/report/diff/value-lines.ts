import { structuredPatch } from 'diff'
import { characterName } from '../../base/character-name.ts'
import { firstDifference } from '../../base/first-difference.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { Change } from '../../diff/change.ts'

/** A line of a value: before, after, or around what differs. */
export interface ValueLine {
  readonly mark: '-' | '+' | ' '
  readonly text: string
}

/** Longer lines are cut around what differs in them. */
const LONGEST_LINE = 160
/** More lines of one value are counted. */
const MOST_LINES = 40

/** The value before and after, line by line, everything in it to be seen. */
export function valueLines({ before, after }: Change): readonly ValueLine[] {
  if (isSeveral(before) || isSeveral(after))
    return shorten(lineDifference(before ?? '', after ?? ''))
  const at =
    before === undefined || after === undefined ? 0 : (firstDifference(before, after)?.at ?? 0)
  return [
    ...(before === undefined ? [] : [{ mark: '-' as const, text: excerpt(before, at) }]),
    ...(after === undefined ? [] : [{ mark: '+' as const, text: excerpt(after, at) }]),
  ]
}

/** Names the characters where two values differ in what a reader takes for the same. */
export function subtleWords({ before, after }: Change): string | undefined {
  if (before === undefined || after === undefined) return undefined
  const difference = firstDifference(before, after)
  if (difference === undefined || !isSubtle(before, after, difference.at)) return undefined
  const { expected, found, line, column } = difference
  const name = (character: string | undefined): string =>
    character === undefined ? 'nothing' : characterName(character)
  const where = line === 1 ? `character ${column}` : `line ${line}, character ${column}`
  return `${where}: ${name(expected)} before, ${name(found)} after`
}

/** Only a few characters differ, and one of them is a blank or beyond ASCII. */
function isSubtle(before: string, after: string, start: number): boolean {
  const ends = commonEnd(before.slice(start), after.slice(start))
  const differing = [before, after].map((text) => text.slice(start, text.length - ends))
  return differing.every((part) => part.length <= 2) && /[^!-~]/u.test(differing.join(''))
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length))
    length += 1
  return length
}

function isSeveral(value: string | undefined): boolean {
  return value?.trimEnd().includes('\n') === true
}

function lineDifference(before: string, after: string): readonly ValueLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 1 })
  return hunks.flatMap(({ lines }, nth) => [
    ...(nth === 0 ? [] : [{ mark: ' ' as const, text: '…' }]),
    ...lines.map((line) => lineOf(line)),
  ])
}

/** A line with the library's mark before it. */
function lineOf(line: string): ValueLine {
  const [mark, text] = [line.slice(0, 1), line.slice(1)]
  if (mark === '\\') return { mark: ' ', text: '(no line break at the end)' }
  const shown = cut(spellEnd(visibleText(text)), 0)
  return { mark: mark === '-' || mark === '+' ? mark : ' ', text: shown }
}

function shorten(lines: readonly ValueLine[]): readonly ValueLine[] {
  if (lines.length <= MOST_LINES) return lines
  const rest = lines.length - MOST_LINES
  return [...lines.slice(0, MOST_LINES), { mark: ' ', text: `… ${rest} more lines` }]
}

/** A value of one line, the text around what differs, with blanks at its ends spelled: nobody sees them. */
function excerpt(text: string, at: number): string {
  if (text === '') return '(empty)'
  const start = text.replace(/^ +/, (blanks) => BLANK.repeat(blanks.length))
  return cut(spellEnd(visibleText(start)), at)
}

const BLANK = '\\u{20}'

function spellEnd(text: string): string {
  return text.replace(/ +$/, (blanks) => BLANK.repeat(blanks.length))
}

function cut(text: string, at: number): string {
  if (text.length <= LONGEST_LINE) return text
  const start = Math.max(0, Math.min(at - LONGEST_LINE / 2, text.length - LONGEST_LINE))
  const end = start + LONGEST_LINE
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
