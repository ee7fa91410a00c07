import { countStates, currentMarks } from '../../run-record/step-marks.ts'
import { make } from '../make.ts'
import { moment } from '../moment.ts'
import type { PageParts } from '../page-parts.ts'

/** `3 done, 1 failed. 2 values pasted back and the same. Begun 26 Nov 2026, 14:02.` */
export function runProgress({ run }: PageParts): HTMLElement {
  const line = make('p', { class: 'run-progress' })
  run.watch(() => {
    const record = run.record()
    const marks = currentMarks(record)
    const { done, failed, skipped } = countStates(marks, [...marks.keys()])
    const counts = [count(done, 'done'), count(failed, 'failed'), count(skipped, 'skipped')].flat()
    const same = new Set(record.checks.map(({ id, label }) => JSON.stringify([id, label]))).size
    const checks = same === 0 ? '' : ` Pasted back and the same: ${same}.`
    if (record.steps.length + same === 0) line.replaceChildren('Nothing is marked yet.')
    else {
      const words = counts.length === 0 ? 'Nothing is marked' : counts.join(', ')
      line.replaceChildren(`${words}.${checks} Begun `, moment(record.startedAt), '.')
    }
  })
  return line
}

function count(number: number, words: string): readonly string[] {
  return number === 0 ? [] : [`${number} ${words}`]
}
