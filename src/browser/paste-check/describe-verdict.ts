import { characterName } from '../../base/character-name.ts'
import type { Difference } from '../../base/first-difference.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { SavedVerdict } from '../../emulate/saved-value/compare-saved.ts'

type Different = Extract<SavedVerdict, { status: 'different' }>

/** A place in a text, with everything visible that a reader could not see. */
export interface ShownPlace {
  readonly before: string
  /** The character that differs, or `end of the text`. */
  readonly mark: string
  readonly after: string
}

const REPAIR =
  'To put it right: copy the value with the button, put it straight into the field, save, and check again.'
const BEFORE = 24
const AFTER = 16

/** `Line 3, column 12: the page has U+0022 quotation mark, what you pasted has U+201C …`. */
export function describePlace({ line, column, expected, found }: Difference): string {
  const place = `Line ${line}, column ${column}`
  if (found === undefined) {
    return `${place}: what you pasted ends here, the page goes on with ${characterName(expected ?? '')}.`
  }
  const pasted = characterName(found)
  return expected === undefined
    ? `${place}: the page ends here, what you pasted goes on with ${pasted}.`
    : `${place}: the page has ${characterName(expected)}, what you pasted has ${pasted}.`
}

/** What probably happened and what to do, sentence by sentence. */
export function describeCauses(verdict: Different): readonly string[] {
  if (verdict.found === '') return ['Nothing was pasted.']
  const says = verdict.causes.map((cause) => cause.says)
  const rest = verdict.isExplained ? 'Everything else is the same.' : partWords(verdict)
  return [...says, rest, ...(mayBeSelection(verdict) ? [] : [REPAIR])]
}

/** A line break at the end comes from selecting more often than from saving: nothing to put right yet. */
export function mayBeSelection({ causes }: Different): boolean {
  return causes.every(({ id }) => id === 'last-line-break') && causes.length > 0
}

function partWords({ part, lines }: Different): string {
  switch (part) {
    case 'end-missing':
      return 'The end is missing: either it was not selected, or it was not saved.'
    case 'start-missing':
      return 'The beginning is missing: either it was not selected, or it was not saved.'
    case 'more-around':
      return 'The whole value is there, and something around it: either more was selected, or more was saved.'
    case undefined:
      return otherWords(lines)
  }
}

function otherWords({ expected, missing, added }: Different['lines']): string {
  if (expected === 1) return 'Other words: an older revision, another field, or an edit by hand.'
  const counts = `${missing} of ${expected} lines are not in what you pasted, ${added} in it are not on the page`
  return `Other words: ${counts}. An older revision, another field, or an edit by hand.`
}

export function showPlaces({ difference, expected, found }: Different): {
  readonly expected: ShownPlace
  readonly found: ShownPlace
} {
  return {
    expected: showPlace(expected, difference.at, difference.expected),
    found: showPlace(found, difference.at, difference.found),
  }
}

function showPlace(text: string, at: number, character: string | undefined): ShownPlace {
  const before = Array.from(text.slice(0, at))
  const after = Array.from(text.slice(at + (character ?? '').length))
  return {
    before: `${before.length > BEFORE ? '…' : ''}${visibleText(before.slice(-BEFORE).join(''))}`,
    mark: markOf(character),
    after: `${visibleText(after.slice(0, AFTER).join(''))}${after.length > AFTER ? '…' : ''}`,
  }
}

function markOf(character: string | undefined): string {
  if (character === undefined) return 'end of the text'
  return character === ' ' ? '␣' : visibleText(character)
}
