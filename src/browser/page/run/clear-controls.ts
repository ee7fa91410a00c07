import { make, makeButton } from '../make.ts'
import type { PageParts } from '../page-parts.ts'

/** Clearing asks nothing, because it can be undone, also after a reload. */
export function clearControls({ run, say }: PageParts): readonly HTMLElement[] {
  const clear = makeButton('Clear all ticks', { class: 'run-clear' }, () => {
    run.clear()
    undo.focus()
    say('Cleared. Undo brings everything back.')
  })
  const undo = makeButton('Undo clearing', { class: 'run-undo' }, () => {
    run.undoClear()
    clear.focus()
    say('Everything is back.')
  })
  run.watch(() => {
    const { steps, checks } = run.record()
    clear.disabled = steps.length + checks.length === 0
    undo.hidden = run.cleared() === undefined
  })
  return [make('p', { class: 'run-clearing' }, clear, ' ', undo)]
}
