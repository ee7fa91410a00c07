import type { RunRecord } from '../../run-record/run-record.ts'
import { countStates, currentMarks } from '../../run-record/step-marks.ts'
import { make } from '../make.ts'
import { moment } from '../moment.ts'
import type { PageParts } from '../page-parts.ts'
import { olderRuns } from './older-runs.ts'

/** `This run: 3 done, 1 failed`, and a sign where the reader should look into it. */
export function runSummary(page: PageParts): HTMLElement {
  const { run, store } = page
  const summary = make('summary')
  run.watch(() => {
    const counts = countWords(run.record())
    const earlier = olderRuns(page).length === 0 ? '' : ' (ticks of an earlier page are kept)'
    const words = counts.length === 0 ? `nothing marked yet${earlier}` : counts.join(', ')
    summary.textContent = `This run: ${words}${store.isLasting() ? '' : ' ⚠ not kept'}`
  })
  return summary
}

/** `3 done, 1 failed. Pasted back and the same: 2. Begun 26 Nov 2026, 14:02.` */
export function runProgress({ run }: PageParts): HTMLElement {
  const line = make('p', { class: 'run-progress' })
  run.watch(() => {
    const record = run.record()
    const counts = countWords(record)
    const same = new Set(record.checks.map(({ id, label }) => JSON.stringify([id, label]))).size
    const checks = same === 0 ? '' : ` Pasted back and the same: ${same}.`
    if (record.steps.length + same === 0) return line.replaceChildren('Nothing is marked yet.')
    const words = counts.length === 0 ? 'Nothing is marked' : counts.join(', ')
    return line.replaceChildren(`${words}.${checks} Begun `, moment(record.startedAt), '.')
  })
  return line
}

function countWords(record: RunRecord): readonly string[] {
  const marks = currentMarks(record)
  const states = Object.entries(countStates(marks, [...marks.keys()]))
  return states.flatMap(([state, number]) => (number === 0 ? [] : [`${number} ${state}`]))
}
