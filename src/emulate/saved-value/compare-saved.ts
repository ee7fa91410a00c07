import { firstDifference, type Difference } from '../../base/first-difference.ts'
import type { Cause } from './cause.ts'
import { explainDifference } from './explain-difference.ts'
import { compareLines, type LineCounts } from './compare-lines.ts'

/** What comes of holding a text that was saved, sent or logged against the text that it should be. */
export type SavedVerdict =
  | { readonly status: 'same' }
  | {
      readonly status: 'different'
      readonly difference: Difference
      /** Both texts as they were compared: line breaks as the web has them. */
      readonly expected: string
      readonly found: string
      /** What probably happened; empty where nothing known explains the place. */
      readonly causes: readonly Cause[]
      /** True when the causes explain every difference, not only the first. */
      readonly isExplained: boolean
      readonly part: Part | undefined
      readonly lines: LineCounts
    }

/** How much of the text was found, where what was found is whole. */
export type Part = 'end-missing' | 'start-missing' | 'more-around'

/**
 * Compares letter by letter. How an operating system ends lines is no difference: fields of forms
 * and the clipboard change it, and nobody can tell afterwards.
 */
export function compareSaved(expectedText: string, foundText: string): SavedVerdict {
  const expected = plainLineBreaks(expectedText)
  const found = plainLineBreaks(foundText)
  const difference = firstDifference(expected, found)
  if (difference === undefined) return { status: 'same' }
  const explanation = explainDifference(expected, found)
  const part = partOf(expected, found)
  const lines = compareLines(expected, found)
  return { status: 'different', difference, expected, found, ...explanation, part, lines }
}

function plainLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function partOf(expected: string, found: string): Part | undefined {
  if (found === '') return undefined
  if (expected.startsWith(found)) return 'end-missing'
  if (expected.endsWith(found)) return 'start-missing'
  return expected !== '' && found.includes(expected) ? 'more-around' : undefined
}
