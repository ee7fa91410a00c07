import { whoWords } from '../../run-record/mark-words.ts'
import { lastCheck } from '../../run-record/step-marks.ts'
import { make } from '../make.ts'
import { moment } from '../moment.ts'
import type { PageFeature } from '../page-feature.ts'
import type { PageParts } from '../page-parts.ts'
import { pasteForm } from '../paste-check/paste-form.ts'
import { savedBlocks, type SavedBlock } from '../paste-check/saved-block.ts'

/** What Marketo holds is pasted back and compared with the page, here in the browser. */
export const PASTE_CHECK: PageFeature = {
  start(page) {
    const blocks = savedBlocks()
    for (const saved of blocks) {
      const note = make('span', { class: 'paste-note' })
      saved.block.append(checkDetails(page, saved, blocks), note)
      page.run.watch(() => showEvidence(page, saved, note))
    }
  },
}

/** The form is made when it is opened: a page has a hundred values. */
function checkDetails(
  page: PageParts,
  saved: SavedBlock,
  blocks: readonly SavedBlock[],
): HTMLElement {
  const summary = make('summary', {}, 'Check what was saved')
  summary.setAttribute('aria-label', `Check what was saved: ${saved.label}`)
  const details = make('details', { class: 'paste-check' }, summary)
  details.addEventListener('toggle', () => details.append(pasteForm(page, saved, blocks)), {
    once: true,
  })
  return details
}

function showEvidence({ run }: PageParts, saved: SavedBlock, note: HTMLElement): void {
  const check = lastCheck(run.record(), saved)
  if (check === undefined) return note.replaceChildren()
  note.replaceChildren(`Pasted back, the same: ${whoWords(check.who)}, `, moment(check.at))
}
