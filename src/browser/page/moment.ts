import { make } from './make.ts'

const WORDS = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment by the reader's own clock, for a machine in UTC. */
export function moment(at: string): HTMLTimeElement {
  return make('time', { datetime: at }, momentWords(at))
}

/** `26 Nov 2026, 14:20`. */
export function momentWords(at: string): string {
  return WORDS.format(new Date(at))
}
