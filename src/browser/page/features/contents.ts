import { countStates, currentMarks } from '../../run-record/step-marks.ts'
import type { StepMark } from '../../run-record/run-record.ts'
import { stateWords } from '../../run-record/mark-words.ts'
import { make } from '../make.ts'
import type { PageFeature } from '../page-feature.ts'

/** How far below the upper edge of the window somebody reads, in pixels. */
const READING_LINE = 160

/** The contents show how far a run has come, and where on the page the reader is. */
export const CONTENTS: PageFeature = {
  start(page) {
    const entries = contentsEntries()
    const tell = entries.map((entry) => progressTeller(entry))
    page.run.watch(() => {
      const marks = currentMarks(page.run.record())
      for (const show of tell) show(marks)
    })
    followReader(entries)
  },
}

/** A section in the contents: its link, and the steps that can be ticked in it. */
interface Entry {
  readonly link: HTMLElement
  readonly section: HTMLElement
  readonly steps: readonly string[]
}

function contentsEntries(): readonly Entry[] {
  const items = document.querySelectorAll<HTMLElement>('nav.contents li[data-section]')
  return [...items].flatMap((item) => {
    const number = item.dataset['section'] ?? ''
    const section = document.querySelector<HTMLElement>(`main [data-section="${number}"]`)
    const link = item.querySelector<HTMLElement>('a')
    if (section === null || link === null) return []
    const ticks = section.querySelectorAll<HTMLElement>('[data-tick]')
    const steps = [...new Set([...ticks].map((tick) => tick.dataset['tick'] ?? ''))]
    return [{ link, section, steps }]
  })
}

type Marks = ReadonlyMap<string, StepMark>

/** `3 of 12, 1 failed`, once anything of the section is marked. */
function progressTeller({ link, steps }: Entry): (marks: Marks) => void {
  const progress = make('span', { class: 'progress' })
  link.append(' ', progress)
  const items = steps.map((id) => stepTeller(id))
  return (marks) => {
    const { done, failed, skipped } = countStates(marks, steps)
    const words = [
      `${done} of ${steps.length}`,
      ...(failed === 0 ? [] : [`${failed} failed`]),
      ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ]
    progress.textContent = done + failed + skipped === 0 ? '' : words.join(', ')
    for (const show of items) show(marks)
  }
}

/** The state of one step beside its name, where it has a heading of its own. */
function stepTeller(id: string): (marks: Marks) => void {
  const step = document.querySelector(`.step[data-step="${CSS.escape(id)}"]`)
  const heading = step?.querySelector(':is(h3, h4, h5)')?.id ?? ''
  const link = document.querySelector(`nav.contents a[href="#${CSS.escape(heading)}"]`)
  const state = make('span', { class: 'progress' })
  link?.append(' ', state)
  return (marks) => {
    const mark = marks.get(id)
    state.textContent = mark === undefined ? '' : stateWords(mark.state).toLowerCase()
  }
}

/** The section that the reader has come to last is the current one. */
function followReader(entries: readonly Entry[]): void {
  const show = (): void => {
    const reached = entries.filter(
      ({ section }) => section.getBoundingClientRect().top < READING_LINE,
    )
    const current = reached.at(-1) ?? entries[0]
    for (const entry of entries) {
      if (entry === current) entry.link.setAttribute('aria-current', 'location')
      else entry.link.removeAttribute('aria-current')
    }
  }
  addEventListener('scroll', () => requestAnimationFrame(show), { passive: true })
  show()
}
