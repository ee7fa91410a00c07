import type { SavedVerdict } from '../../../emulate/saved-value/compare-saved.ts'
import {
  describeCauses,
  describePlace,
  mayBeSelection,
  showPlaces,
  type ShownPlace,
} from '../../paste-check/describe-verdict.ts'
import { make } from '../make.ts'

/** The verdict in words, and the place in both texts. */
export function showVerdict(
  verdict: SavedVerdict,
  otherLabel: string | undefined,
): readonly HTMLElement[] {
  if (verdict.status === 'same') return [headline('same', '✓ The same, letter by letter.')]
  if (verdict.found === '') return [headline('nothing', 'Nothing was pasted.')]
  const places = showPlaces(verdict)
  const other = otherLabel === undefined ? [] : [`This is the value of ${otherLabel}.`]
  return [
    headline('different', `${verdictWords(verdict)} ${describePlace(verdict.difference)}`),
    make(
      'dl',
      { class: 'paste-places' },
      ...placeRow('The page', places.expected),
      ...placeRow('What you pasted', places.found),
    ),
    ...[...other, ...describeCauses(verdict)].map((sentence) => make('p', {}, sentence)),
  ]
}

function verdictWords(verdict: Extract<SavedVerdict, { status: 'different' }>): string {
  return mayBeSelection(verdict) ? '≈ The same but for its very end.' : '✗ Not the same.'
}

function headline(verdict: string, words: string): HTMLElement {
  return make('p', { class: 'paste-verdict', 'data-verdict': verdict }, make('strong', {}, words))
}

function placeRow(name: string, { before, mark, after }: ShownPlace): readonly HTMLElement[] {
  const text = make('code', {}, before, make('mark', {}, mark), after)
  return [make('dt', {}, name), make('dd', {}, text)]
}
