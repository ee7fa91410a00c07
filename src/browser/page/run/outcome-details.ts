import type { StepState } from '../../run-record/run-record.ts'
import { make, makeButton } from '../make.ts'

type Mark = (state: StepState, note: string) => void

/** What a tick cannot say. It is made when it is opened: a page has a hundred steps. */
export function outcomeDetails(name: string, mark: Mark): HTMLDetailsElement {
  const details = make(
    'details',
    { class: 'tick-more' },
    make('summary', { 'aria-label': `More: failed, skipped or a note, ${name}` }, 'More'),
  )
  details.addEventListener('toggle', () => details.append(...outcomeControls(details, mark)), {
    once: true,
  })
  return details
}

function outcomeControls(details: HTMLDetailsElement, mark: Mark): readonly HTMLElement[] {
  const note = make('input', { type: 'text', maxlength: '500', autocomplete: 'off' })
  const button = (label: string, state: StepState): HTMLElement =>
    makeButton(label, {}, () => {
      mark(state, note.value.trim())
      note.value = ''
      details.open = false
      details.querySelector('summary')?.focus()
    })
  return [
    make('label', {}, 'Note for the record, without secrets and personal data ', note),
    button('Done', 'done'),
    button('Failed', 'failed'),
    button('Skipped', 'skipped'),
    button('Take the mark back', 'open'),
  ]
}
