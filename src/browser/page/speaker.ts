import { make } from './make.ts'

/** A region that screen readers read aloud whenever its text changes. */
export function makeSpeaker(): (words: string) => void {
  const region = make('p', { class: 'visually-hidden', role: 'status', id: 'spoken' })
  document.body.append(region)
  let isSecond = false
  return (words) => {
    // The same words twice are no change: a space that nobody hears makes them one.
    region.textContent = isSecond ? `${words}\u00a0` : words
    isSecond = !isSecond
  }
}
