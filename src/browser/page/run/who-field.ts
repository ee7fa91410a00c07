import { make } from '../make.ts'
import type { PageParts } from '../page-parts.ts'

/** Who marks: kept on this computer, for all pages. */
export function whoField({ run, say }: PageParts): HTMLElement {
  const input = make('input', { type: 'text', maxlength: '60', autocomplete: 'nickname' })
  input.addEventListener('change', () => {
    run.setWho(input.value.trim())
    say('Kept')
  })
  run.watch(() => {
    if (document.activeElement !== input) input.value = run.record().who
  })
  return make('label', { class: 'run-who' }, 'Your name or initials ', input)
}
