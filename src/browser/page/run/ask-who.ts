import { make, makeButton } from '../make.ts'
import type { PageParts } from '../page-parts.ts'

/** Asks once for initials, after the first mark. The reader goes on whether they answer or not. */
export function whoAsker({ run, say }: PageParts): (after: HTMLElement) => void {
  let wasAsked = false
  return (after) => {
    if (wasAsked || run.record().who !== '') return
    wasAsked = true
    const form = whoForm((who) => {
      run.setWho(who)
      say('Kept')
    })
    after.after(form)
  }
}

function whoForm(keep: (who: string) => void): HTMLFormElement {
  const input = make('input', { type: 'text', maxlength: '60', autocomplete: 'nickname' })
  const form = make(
    'form',
    { class: 'ask-who' },
    make('label', {}, 'Your name or initials, for the record ', input),
    make('button', {}, 'Keep'),
    makeButton('Not now', {}, () => form.remove()),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keep(input.value.trim())
    form.remove()
  })
  return form
}
