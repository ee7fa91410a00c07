import { make } from '../make.ts'
import type { PageParts } from '../page-parts.ts'

const WORDS =
  'This browser keeps nothing for this page (a private window?): ticks live until it is closed. Save the run record before.'

/** Said once, where ticks would be lost. */
export function storageWarning({ run, store }: PageParts): HTMLElement {
  const warning = make('p', { class: 'run-warning', role: 'status' })
  run.watch(() => {
    const words = store.isLasting() ? '' : WORDS
    if (warning.textContent !== words) warning.textContent = words
  })
  return warning
}
