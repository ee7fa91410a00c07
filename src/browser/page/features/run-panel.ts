import type { PageFeature } from '../page-feature.ts'
import { make } from '../make.ts'
import { clearControls } from '../run/clear-controls.ts'
import { historyDetails } from '../run/history-details.ts'
import { olderRunList } from '../run/older-runs.ts'
import { runProgress, runSummary } from '../run/run-progress.ts'
import { saveControls } from '../run/save-controls.ts'
import { storageWarning } from '../run/storage-warning.ts'
import { whoField } from '../run/who-field.ts'

/** Where a run stands, who keeps it, and how it is handed on. */
export const RUN_PANEL: PageFeature = {
  start(page) {
    const panel = runPanel()
    const body = make(
      'div',
      { class: 'run-body' },
      runProgress(page),
      whoField(page),
      ...saveControls(page),
      ...clearControls(page),
      historyDetails(page),
      olderRunList(page),
      storageWarning(page),
    )
    panel.append(make('details', { class: 'run-details' }, runSummary(page), body))
    panel.hidden = false
  },
}

/** The place that the page keeps for it, or one after the contents. */
function runPanel(): HTMLElement {
  const kept = document.getElementById('run')
  if (kept !== null) return kept
  const made = make('aside', { id: 'run', class: 'run', 'aria-label': 'This run' })
  const contents = document.querySelector('nav.contents')
  if (contents === null) document.body.append(made)
  else contents.after(made)
  return made
}
