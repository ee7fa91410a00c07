import { make, makeButton } from '../make.ts'
import type { PageParts } from '../page-parts.ts'
import { saveRun } from './run-file.ts'
import { takeOverFiles } from './take-over-files.ts'

/** The run as a file for the next person, and the file of the last one. */
export function saveControls(page: PageParts): readonly HTMLElement[] {
  const result = make('p', { class: 'run-result', role: 'status' })
  const tell = (...sentences: readonly string[]): void => {
    result.replaceChildren(...sentences.map((sentence) => make('span', {}, sentence, ' ')))
    // A file may be dropped while the panel is closed.
    result.closest('details')?.setAttribute('open', '')
  }
  const save = makeButton('Save the run record', { class: 'run-save' }, () => {
    tell(`Saved as ${saveRun(page.run.record(), page.now())}, where downloads go.`)
  })
  const take = async (files: Iterable<File>): Promise<void> =>
    tell(...(await takeOverFiles(page, [...files])))
  acceptDrops((files) => void take(files))
  return [save, fileField((files) => void take(files)), result]
}

function fileField(take: (files: readonly File[]) => void): HTMLElement {
  const input = make('input', { type: 'file', accept: '.json,application/json', multiple: '' })
  input.addEventListener('change', () => {
    take([...(input.files ?? [])])
    // The same file may be chosen again.
    input.value = ''
  })
  return make('label', { class: 'run-take' }, 'Take over a run record, or drop it here ', input)
}

/** A file that is dropped anywhere is taken over: the browser would leave the page for it. */
function acceptDrops(take: (files: readonly File[]) => void): void {
  const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') === true
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault()
  })
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    take([...(event.dataTransfer?.files ?? [])])
  })
}
