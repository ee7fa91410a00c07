import type { Element, Properties } from 'hast'
import { s } from 'hastscript'
import { durationWords } from '../../../base/duration.ts'

/** What a picture shows, in words: for readers who do not see it. */
export interface PictureWords {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly description: string
}

/** A drawing with a title and a description that screen readers read. */
export function picture(
  { id, title, description }: PictureWords,
  { width, height }: { readonly width: number; readonly height: number },
  children: readonly Element[],
): Element {
  const frame: Properties = { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' }
  return s('svg', { ...frame, ariaLabelledBy: `${id}-title ${id}-description` }, [
    s('title', { id: `${id}-title` }, title),
    s('desc', { id: `${id}-description` }, description),
    ...children,
  ])
}

/** Classes that give each webhook its colour; what comes after the last shares it. */
const SERIES = 6

export function seriesClass(index: number): string {
  return `series-${Math.min(index, SERIES - 1)}`
}

/** A time on an axis, which begins at 0 of any unit. */
export function tickWords(milliseconds: number): string {
  return milliseconds === 0 ? '0' : durationWords(milliseconds)
}
