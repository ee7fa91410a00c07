import type { Element } from 'hast'
import { s } from 'hastscript'
import { figure } from '../../base/figure.ts'
import { baseLine, gridLines, round } from '../../chart/axes.ts'
import { plotOver, type Plot } from '../../chart/plot.ts'
import type { Trend, TrendPart } from '../../triage/trend.ts'
import { counted, partWords, stepWords } from './triage-words.ts'

const WIDTH = 960
const HEIGHT = 260
const AREA = { left: 64, right: WIDTH - 40, top: 16, bottom: HEIGHT - 40 } as const
const MINUTE_MS = 60_000
const TICKS = 6

/** Calls over time, a column a part, what failed at its foot. */
export function trendChart(trend: Trend): Element {
  const { parts, stepMinutes } = trend
  const step = stepMinutes * MINUTE_MS
  const first = parts[0]?.start ?? 0
  const length = (parts.at(-1)?.start ?? 0) + step - first
  const plot = plotOver({
    ...AREA,
    maxX: length,
    maxY: Math.max(1, ...parts.map(({ calls }) => calls)),
  })
  const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT }
  return s('svg', { ...size, role: 'img', ariaLabel: chartWords(trend) }, [
    ...gridLines(plot, { ticks: 4, words: figure }),
    ...parts.map((part) => column(part, { plot, first, step, stepMinutes })),
    ...baseLine(plot, {
      ticks: tickStarts(length, step),
      words: (since) => partWords(first + since, stepMinutes),
    }),
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

interface Columns {
  readonly plot: Plot
  readonly first: number
  readonly step: number
  readonly stepMinutes: number
}

function column(
  { start, calls, failed }: TrendPart,
  { plot: { x, y }, first, step, stepMinutes }: Columns,
): Element {
  const from = x(start - first)
  const width = Math.max(1, x(start - first + step) - from - 1)
  const bar = (name: string, low: number, high: number): readonly Element[] =>
    high === low
      ? []
      : [
          s(`rect.${name}`, {
            x: round(from),
            y: round(y(high)),
            width: round(width),
            height: round(y(low) - y(high)),
          }),
        ]
  const words = `${partWords(start, stepMinutes)}: ${counted(calls, 'call')}, ${figure(failed)} failed`
  return s('g', [s('title', words), ...bar('failed', 0, failed), ...bar('answered', failed, calls)])
}

/** Round places of the time, on parts, counted from the first. */
function tickStarts(length: number, step: number): readonly number[] {
  const apart = Math.max(1, Math.ceil(length / step / TICKS)) * step
  const count = Math.max(1, Math.floor(length / apart))
  return Array.from({ length: count }, (_, nth) => nth * apart)
}
