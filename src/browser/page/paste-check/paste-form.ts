import { compareSaved } from '../../../emulate/saved-value/compare-saved.ts'
import { markSame } from '../../run-record/mark-step.ts'
import { make, makeButton } from '../make.ts'
import type { PageParts } from '../page-parts.ts'
import type { SavedBlock } from './saved-block.ts'
import { showVerdict } from './show-verdict.ts'

/** Where a reader pastes what Marketo holds, and reads the verdict. */
export function pasteForm(
  page: PageParts,
  saved: SavedBlock,
  blocks: readonly SavedBlock[],
): HTMLElement {
  const result = make('div', { class: 'paste-result', role: 'status' })
  const field = make('textarea', {
    rows: String(Math.min(12, saved.value.split('\n').length + 1)),
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
  })
  const compare = (): void => {
    const verdict = compareSaved(saved.value, field.value)
    if (verdict.status === 'same') page.run.change((record, now) => markSame(record, saved, now))
    result.replaceChildren(...showVerdict(verdict, otherLabel(saved, blocks, field.value)))
  }
  field.addEventListener('input', (event) => {
    // What was pasted is compared at once; what is being typed, when the reader asks.
    if (event instanceof InputEvent && event.inputType === 'insertFromPaste') compare()
    else result.replaceChildren()
  })
  const label = make(
    'label',
    {},
    `In Marketo open the field ${saved.label} again, copy all of it, and paste it here`,
    field,
  )
  return make('div', { class: 'paste-form' }, label, makeButton('Compare', {}, compare), result)
}

/** Another field of the page that holds exactly what was pasted: the wrong one was copied, or filled. */
function otherLabel(
  saved: SavedBlock,
  blocks: readonly SavedBlock[],
  pasted: string,
): string | undefined {
  return blocks.find(({ value, label }) => value === pasted && label !== saved.label)?.label
}
