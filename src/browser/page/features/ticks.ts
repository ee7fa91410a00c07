import { markStep } from '../../run-record/mark-step.ts'
import { noteWords, stateWords, whoWords } from '../../run-record/mark-words.ts'
import type { StepMark } from '../../run-record/run-record.ts'
import { currentMarks } from '../../run-record/step-marks.ts'
import { make } from '../make.ts'
import { moment } from '../moment.ts'
import type { PageFeature } from '../page-feature.ts'
import type { PageParts } from '../page-parts.ts'
import { whoAsker } from '../run/ask-who.ts'
import { outcomeDetails } from '../run/outcome-details.ts'
import { stepNames } from '../run/step-names.ts'

/** Every step can be marked: done by its tick; failed, skipped or with a note by what stands beside it. */
export const TICKS: PageFeature = {
  start(page) {
    const names = stepNames(page.data)
    const askWho = whoAsker(page)
    for (const input of document.querySelectorAll<HTMLInputElement>('input[data-tick]')) {
      const id = input.dataset['tick'] ?? ''
      startTick(page, input, { id, name: names.get(id) ?? id, askWho })
    }
  },
}

interface TickedStep {
  readonly id: string
  /** `9.5.1 Create the webhook CRM Lead Sync`. */
  readonly name: string
  readonly askWho: (after: HTMLElement) => void
}

function startTick(page: PageParts, input: HTMLInputElement, step: TickedStep): void {
  const label = input.closest('label') ?? input
  const note = make('span', { class: 'tick-note' })
  const details = outcomeDetails(step.name, (state, words) => {
    mark(page, { id: step.id, state, note: words })
    step.askWho(details)
  })
  label.after(note, details)
  input.disabled = false
  input.setAttribute('aria-label', `Done: ${step.name}`)
  input.addEventListener('change', () => {
    mark(page, { id: step.id, state: input.checked ? 'done' : 'open' })
    step.askWho(details)
  })
  page.run.watch(() => show(currentMarks(page.run.record()).get(step.id), input, note))
}

function mark(page: PageParts, made: Pick<StepMark, 'id' | 'state' | 'note'>): void {
  page.run.change((record, now) => markStep(record, made, now))
  page.say(`${stateWords(made.state)}${noteWords({ at: '', who: '', ...made })}`)
}

function show(standing: StepMark | undefined, input: HTMLInputElement, note: HTMLElement): void {
  input.checked = standing?.state === 'done'
  const step = input.closest<HTMLElement>('[data-step]')
  if (step !== null) step.dataset['state'] = standing?.state ?? 'open'
  note.replaceChildren(...(standing === undefined ? [] : markParts(standing)))
}

function markParts(standing: StepMark): readonly (Node | string)[] {
  const words = standing.state === 'done' ? '' : `${stateWords(standing.state)}, `
  return [`${words}${whoWords(standing.who)}, `, moment(standing.at), noteWords(standing)]
}
