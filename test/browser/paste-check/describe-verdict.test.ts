import { expect, test } from 'vitest'
import {
  describeCauses,
  describePlace,
  showPlaces,
} from '../../../src/browser/paste-check/describe-verdict.ts'
import { compareSaved, type SavedVerdict } from '../../../src/emulate/saved-value/compare-saved.ts'

const REPAIR =
  'To put it right: copy the value with the button, put it straight into the field, save, and check again.'

function different(
  expected: string,
  found: string,
): Extract<SavedVerdict, { status: 'different' }> {
  const verdict = compareSaved(expected, found)
  if (verdict.status === 'same') throw new Error('the texts are the same')
  return verdict
}

test.each([
  [
    '{"a": 1}',
    '{“a”: 1}',
    'Line 1, column 2: the page has U+0022 quotation mark, what you pasted has U+201C left double quotation mark.',
  ],
  [
    'aB',
    'ab',
    'Line 1, column 2: the page has U+0042 capital B, what you pasted has U+0062 small b.',
  ],
  ['é', 'è', 'Line 1, column 1: the page has U+00E9 é, what you pasted has U+00E8 è.'],
  ['1', '😀', 'Line 1, column 1: the page has U+0031 digit 1, what you pasted has U+1F600 😀.'],
  ['a', '\u0007', 'Line 1, column 1: the page has U+0061 small a, what you pasted has U+0007.'],
  [
    'a\n',
    'a',
    'Line 1, column 2: what you pasted ends here, the page goes on with U+000A line break.',
  ],
  ['a', 'a ', 'Line 1, column 2: the page ends here, what you pasted goes on with U+0020 space.'],
])('%j pasted as %j: %s', (expected, found, words) => {
  expect(describePlace(different(expected, found).difference)).toBe(words)
})

test.each<readonly [expected: string, found: string, words: readonly string[]]>([
  [
    '"a"',
    '“a”',
    [
      'Straight quotes became curly ones. Word processors, mail and chat do that.',
      'Everything else is the same.',
      REPAIR,
    ],
  ],
  [
    'a',
    'a\n',
    [
      'A line break at the very end was lost or added. Selecting text often does that: look whether the field itself ends with one.',
      'Everything else is the same.',
    ],
  ],
  ['abc', 'ab', ['The end is missing: either it was not selected, or it was not saved.', REPAIR]],
  [
    'abc',
    'bc',
    ['The beginning is missing: either it was not selected, or it was not saved.', REPAIR],
  ],
  [
    'abc',
    'URL abc',
    [
      'The whole value is there, and something around it: either more was selected, or more was saved.',
      REPAIR,
    ],
  ],
  ['abc', 'xyz', ['Other words: an older revision, another field, or an edit by hand.', REPAIR]],
  [
    'a\nb\nc',
    'a\nB2\nc\nd',
    [
      'Other words: 1 of 3 lines are not in what you pasted, 2 in it are not on the page. An older revision, another field, or an edit by hand.',
      REPAIR,
    ],
  ],
  ['abc', '', ['Nothing was pasted.']],
])('%j pasted as %j is explained', (expected, found, words) => {
  expect(describeCauses(different(expected, found))).toEqual(words)
})

test('the place is shown in both texts, with what could not be seen', () => {
  const expected = `${'x'.repeat(30)}\n"a" b${'y'.repeat(30)}`
  const found = `${'x'.repeat(30)}\n"a"\u00a0b${'y'.repeat(30)}`
  expect(showPlaces(different(expected, found))).toEqual({
    expected: { before: `…${'x'.repeat(20)}\\n"a"`, mark: '␣', after: `b${'y'.repeat(15)}…` },
    found: { before: `…${'x'.repeat(20)}\\n"a"`, mark: '\\u{a0}', after: `b${'y'.repeat(15)}…` },
  })
})

test('the end of a text is a place too', () => {
  expect(showPlaces(different('ab', 'a'))).toEqual({
    expected: { before: 'a', mark: 'b', after: '' },
    found: { before: 'a', mark: 'end of the text', after: '' },
  })
})
