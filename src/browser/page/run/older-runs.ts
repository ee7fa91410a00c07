import { otherPage, stamp } from '../../run-record/other-page.ts'
import { readRunRecord } from '../../run-record/read-run-record.ts'
import type { RunRecord } from '../../run-record/run-record.ts'
import { make, makeButton } from '../make.ts'
import { momentWords } from '../moment.ts'
import type { PageParts } from '../page-parts.ts'
import { markList } from './history-details.ts'
import { saveRun } from './run-file.ts'
import { otherRunKeys } from './run-keys.ts'
import { stepNames } from './step-names.ts'

export interface KeptRun {
  readonly key: string
  readonly record: RunRecord
}

/** Runs of this page as it was before: they are kept, and say nothing about the page as it is now. */
export function olderRuns({ store, data }: PageParts): readonly KeptRun[] {
  return otherRunKeys(store.keys(), data).flatMap((key) => {
    const reading = readRunRecord(store.read(key) ?? '')
    if (reading.status === 'refused' || otherPage(reading.record, data) === undefined) return []
    return reading.record.steps.length === 0 ? [] : [{ key, record: reading.record }]
  })
}

/** Each of them, to be read, saved or forgotten. */
export function olderRunList(page: PageParts): HTMLElement {
  const place = make('div', { class: 'run-older' })
  const show = (): void =>
    place.replaceChildren(...olderRuns(page).map((kept) => keptRun(page, kept, show)))
  show()
  return place
}

function keptRun(page: PageParts, { key, record }: KeptRun, show: () => void): HTMLElement {
  const last = record.steps.at(-1)?.at ?? record.startedAt
  const words = `Ticks of ${stamp(record)} are kept (last ${momentWords(last)}). This page is another one, so they do not count here.`
  return make(
    'details',
    {},
    make('summary', {}, words),
    markList(record, stepNames(page.data)),
    makeButton('Save these', {}, () => page.say(`Saved as ${saveRun(record, page.now())}`)),
    makeButton('Forget these', {}, () => {
      page.store.remove(key)
      page.say('Forgotten')
      show()
    }),
  )
}
