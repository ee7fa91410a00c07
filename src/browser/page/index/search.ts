import { findEntries, type IndexEntry } from '../../search/find-entries.ts'
import { make } from '../make.ts'
import { moveByArrows } from './move-by-arrows.ts'

/** A field above the list of everything that can be found; the list shortens while the reader types. */
export function addSearch(): void {
  const list = document.getElementById('entries')
  if (list === null) return
  const entries = readEntries()
  const items = [...list.children]
  const field = make('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' })
  const count = make('p', { class: 'search-count', role: 'status' })
  const label = make('label', { class: 'search' }, 'Find by words (press / to come here) ', field)
  const show = (): void => {
    const question = field.value.trim()
    const found = findEntries(entries, question).flatMap((number) => items[number] ?? [])
    list.replaceChildren(...found)
    count.textContent = question === '' ? '' : countWords(found.length)
  }
  field.addEventListener('input', show)
  list.before(label, count)
  moveByArrows({ field, list, clear: () => clear(field, show) })
}

function countWords(number: number): string {
  if (number === 0) return 'Nothing found. Try fewer words, or a part of one.'
  return number === 1 ? '1 found' : `${number} found`
}

function clear(field: HTMLInputElement, show: () => void): void {
  field.value = ''
  show()
}

function readEntries(): readonly IndexEntry[] {
  // The list and its data come from one build, an entry for each item.
  return JSON.parse(document.getElementById('index-data')?.textContent ?? '[]') as IndexEntry[]
}
