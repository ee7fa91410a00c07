import type { Element } from 'hast'
import { s } from 'hastscript'
import { baseLine, gridLines } from '../../chart/axes.ts'
import { niceEnd, plotOver, type Plot } from '../../chart/plot.ts'
import { plural } from '../summary.ts'
import { count } from './nodes.ts'

const WIDTH = 720
const HEIGHT = 230
/** Beyond them is room for the axes and the names of the marks. */
const EDGES = { left: 48, right: WIDTH - 24, top: 28, bottom: HEIGHT - 36 } as const
const BINS = 30

/** A value on the axis that a line through the chart names. */
export interface HistogramMark {
  readonly name: string
  readonly value: number
}

/** How many of the times fall between which bounds, in milliseconds; the title says in words what is drawn. */
export function histogram(
  times: readonly number[],
  { title, marks }: { readonly title: string; readonly marks: readonly HistogramMark[] },
): Element {
  const longest = Math.max(1, ...marks.map(({ value }) => value), times.at(-1) ?? 0)
  const end = niceEnd(longest)
  const bins = binsOf(times, end)
  const plot = plotOver({ ...EDGES, maxX: end, maxY: Math.max(...bins) })
  const frame = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }
  return s('svg', { ...frame, role: 'img', ariaLabel: title }, [
    ...gridLines(plot, { ticks: 4, words: count }),
    ...bins.flatMap((size, nth) => (size === 0 ? [] : [bar(nth, size, plot)])),
    ...baseLine(plot, { ticks: plot.x.ticks(8), words: (tick) => `${count(tick)} ms` }),
    ...marks.map((mark) => markLine(mark, plot)),
  ])
}

/** Equal parts from zero to the end of the axis. */
function binsOf(times: readonly number[], end: number): readonly number[] {
  const bins = Array.from({ length: BINS }, () => 0)
  for (const time of times) {
    const bin = Math.min(BINS - 1, Math.floor((time / end) * BINS))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return bins
}

function bar(nth: number, size: number, { x, y }: Plot): Element {
  const width = (x.domain()[1] ?? 1) / BINS
  const from = x(nth * width)
  const to = x((nth + 1) * width)
  const bounds = `${Math.round(nth * width)} to ${Math.round((nth + 1) * width)} ms`
  const place = { x: from + 1, y: y(size), width: to - from - 2, height: y(0) - y(size) }
  return s('rect.bar', place, [s('title', `${plural(size, 'call')}, ${bounds}`)])
}

function markLine({ name, value }: HistogramMark, { x, top, bottom }: Plot): Element {
  const at = x(value)
  return s('g', [
    s('line.mark', { x1: at, x2: at, y1: top - 8, y2: bottom }),
    s('text.tick', { x: at, y: top - 13, textAnchor: 'middle' }, name),
  ])
}
