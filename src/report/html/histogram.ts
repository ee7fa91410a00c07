import { scaleLinear, type ScaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { plural } from '../summary.ts'
import { count } from './nodes.ts'

const WIDTH = 720
const HEIGHT = 230
/** Room for the axes and the names of the marks. */
const FRAME = { left: 48, right: 24, top: 28, bottom: 36 } as const
const BINS = 30

type Scale = ScaleLinear<number, number>

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
  const x = scaleLinear()
    .domain([0, Math.max(1, ...marks.map(({ value }) => value), times.at(-1) ?? 0)])
    .nice()
    .range([FRAME.left, WIDTH - FRAME.right])
  const bins = binsOf(times, x.domain()[1] ?? 1)
  const y = scaleLinear()
    .domain([0, Math.max(...bins)])
    .nice()
    .range([HEIGHT - FRAME.bottom, FRAME.top])
  const frame = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }
  return s('svg', { ...frame, role: 'img', ariaLabel: title }, [
    ...y.ticks(4).map((tick) => gridLine(tick, y)),
    ...bins.flatMap((size, nth) => (size === 0 ? [] : [bar(nth, size, x, y)])),
    ...x.ticks(8).map((tick) => tickLabel(tick, x)),
    s('line.axis', { x1: FRAME.left, x2: WIDTH - FRAME.right, y1: y(0), y2: y(0) }),
    ...marks.map((mark) => markLine(mark, x)),
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

function bar(nth: number, size: number, x: Scale, y: Scale): Element {
  const width = (x.domain()[1] ?? 1) / BINS
  const from = x(nth * width)
  const to = x((nth + 1) * width)
  const bounds = `${Math.round(nth * width)} to ${Math.round((nth + 1) * width)} ms`
  const place = { x: from + 1, y: y(size), width: to - from - 2, height: y(0) - y(size) }
  return s('rect.bar', place, [s('title', `${plural(size, 'call')}, ${bounds}`)])
}

function gridLine(tick: number, y: Scale): Element {
  return s('g', [
    s('line.grid', { x1: FRAME.left, x2: WIDTH - FRAME.right, y1: y(tick), y2: y(tick) }),
    s('text.tick', { x: FRAME.left - 8, y: y(tick) + 4, textAnchor: 'end' }, count(tick)),
  ])
}

function tickLabel(tick: number, x: Scale): Element {
  const place = { x: x(tick), y: HEIGHT - FRAME.bottom + 18, textAnchor: 'middle' }
  return s('text.tick', place, `${count(tick)} ms`)
}

function markLine({ name, value }: HistogramMark, x: Scale): Element {
  const at = x(value)
  return s('g', [
    s('line.mark', { x1: at, x2: at, y1: FRAME.top - 8, y2: HEIGHT - FRAME.bottom }),
    s('text.tick', { x: at, y: FRAME.top - 13, textAnchor: 'middle' }, name),
  ])
}
