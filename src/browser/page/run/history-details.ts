import { noteWords, stateWords, whoWords } from '../../run-record/mark-words.ts'
import type { CheckMark, RunRecord, StepMark } from '../../run-record/run-record.ts'
import { visibleText } from '../../../base/visible-text.ts'
import { make } from '../make.ts'
import { moment } from '../moment.ts'
import type { PageParts } from '../page-parts.ts'
import { stepNames } from './step-names.ts'

type Names = ReadonlyMap<string, string>

/** Everything that was ever marked in this run, the last first. */
export function historyDetails({ data, run }: PageParts): HTMLElement {
  const names = stepNames(data)
  const summary = make('summary')
  const list = make('div')
  const details = make('details', { class: 'run-history' }, summary, list)
  run.watch(() => {
    const record = run.record()
    const number = record.steps.length + record.checks.length
    details.hidden = number === 0
    summary.textContent = `Everything marked so far (${number})`
    list.replaceChildren(markList(record, names))
  })
  return details
}

/** All marks of a run, as a list; names of steps that the page does not know are shown as they are. */
export function markList({ steps, checks }: RunRecord, names: Names): HTMLOListElement {
  const rows = [...steps, ...checks].sort((a, b) => (a.at < b.at ? 1 : -1))
  return make('ol', { class: 'marks' }, ...rows.map((mark) => markRow(mark, names)))
}

function markRow(mark: StepMark | CheckMark, names: Names): HTMLElement {
  const name = names.get(mark.id) ?? visibleText(mark.id)
  const what =
    'state' in mark
      ? `${stateWords(mark.state)}${noteWords(mark)}`
      : `${visibleText(mark.label)} pasted back, the same`
  return make('li', {}, moment(mark.at), `, ${whoWords(mark.who)}: ${name}. ${what}`)
}
