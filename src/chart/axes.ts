import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Plot } from './plot.ts'

/** Lines across the plot at round values of the upright axis, with their numbers at the left. */
export function gridLines(
  { y, left, right }: Omit<Plot, 'x'>,
  { ticks, words }: { readonly ticks: number; readonly words: (value: number) => string },
): readonly Element[] {
  return y
    .ticks(ticks)
    .map((tick) =>
      s('g', [
        s('line.grid', { x1: left, x2: right, y1: round(y(tick)), y2: round(y(tick)) }),
        s('text.tick', { x: left - 8, y: round(y(tick)) + 4, textAnchor: 'end' }, words(tick)),
      ]),
    )
}

/** The lower axis: its line, and words at some of its values. */
export function baseLine(
  { x, left, right, bottom }: Plot,
  {
    ticks,
    words,
  }: { readonly ticks: readonly number[]; readonly words: (value: number) => string },
): readonly Element[] {
  return [
    s('line.axis', { x1: left, x2: right, y1: bottom, y2: bottom }),
    ...ticks.map((tick) => {
      const place = { x: round(x(tick)), y: bottom + 18, textAnchor: 'middle' }
      return s('text.tick', place, words(tick))
    }),
  ]
}

/** Tenths of a pixel: nobody sees more, and the file says less. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
