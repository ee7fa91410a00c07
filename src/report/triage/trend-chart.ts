import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { figure } from '../../base/figure.ts'
import type { Trend, TrendPart } from '../../triage/trend.ts'
import { counted, partWords, stepWords } from './triage-words.ts'

const WIDTH = 960
const HEIGHT = 260
const FRAME = { left: 64, right: 16, top: 16, bottom: 40 } as const
const MINUTE_MS = 60_000
const TICKS = 6

/** Calls over time, a column a part, what failed at its foot. */
export function trendChart(trend: Trend): Element {
  const { parts, stepMinutes } = trend
  const step = stepMinutes * MINUTE_MS
  const [first, last] = [parts[0]?.start ?? 0, (parts.at(-1)?.start ?? 0) + step]
  const x = scaleLinear()
    .domain([first, last])
    .range([FRAME.left, WIDTH - FRAME.right])
  const y = scaleLinear()
    .domain([0, Math.max(1, ...parts.map(({ calls }) => calls))])
    .nice()
    .range([HEIGHT - FRAME.bottom, FRAME.top])
  const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }
  return s('svg', { ...size, role: 'img', ariaLabel: chartWords(trend) }, [
    ...y
      .ticks(4)
      .map((tick) =>
        s('g', [
          s('line.grid', { x1: FRAME.left, x2: WIDTH - FRAME.right, y1: y(tick), y2: y(tick) }),
          s('text.tick', { x: FRAME.left - 8, y: y(tick) + 4, textAnchor: 'end' }, figure(tick)),
        ]),
      ),
    ...parts.map((part) => column(part, { x, y, step, stepMinutes })),
    ...tickStarts(first, last, step).map((start) =>
      s(
        'text.tick',
        { x: x(start), y: HEIGHT - FRAME.bottom + 20, textAnchor: 'start' },
        partWords(start, stepMinutes),
      ),
    ),
    s('line.axis', { x1: FRAME.left, x2: WIDTH - FRAME.right, y1: y(0), y2: y(0) }),
  ])
}

/** What is drawn, in words. */
function chartWords({ parts, stepMinutes }: Trend): string {
  const worst = parts.reduce<TrendPart | undefined>(
    (most, part) => (part.failed > (most?.failed ?? 0) ? part : most),
    undefined,
  )
  const what = `Calls in parts of ${stepWords(stepMinutes)}`
  if (worst === undefined) return `${what}; none failed`
  return `${what}; most failed from ${partWords(worst.start, stepMinutes)} on: ${figure(worst.failed)} of ${figure(worst.calls)}`
}

interface Scales {
  readonly x: (start: number) => number
  readonly y: (calls: number) => number
  readonly step: number
  readonly stepMinutes: number
}

function column({ start, calls, failed }: TrendPart, { x, y, step, stepMinutes }: Scales): Element {
  const from = x(start)
  const width = Math.max(1, x(start + step) - from - 1)
  const bar = (name: string, low: number, high: number): readonly Element[] =>
    high === low
      ? []
      : [s(`rect.${name}`, { x: from, y: y(high), width, height: y(low) - y(high) })]
  const words = `${partWords(start, stepMinutes)}: ${counted(calls, 'call')}, ${figure(failed)} failed`
  return s('g', [s('title', words), ...bar('failed', 0, failed), ...bar('answered', failed, calls)])
}

/** Round places of the time, on parts. */
function tickStarts(first: number, last: number, step: number): readonly number[] {
  const apart = Math.max(1, Math.ceil((last - first) / step / TICKS)) * step
  const count = Math.max(1, Math.floor((last - first) / apart))
  return Array.from({ length: count }, (_, nth) => first + nth * apart)
}
