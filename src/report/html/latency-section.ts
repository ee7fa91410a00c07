import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { Report } from '../report.ts'
import { plural } from '../summary.ts'
import { count, scrollable } from './nodes.ts'

const WIDTH = 720
const HEIGHT = 220
const LEFT = 48
const BOTTOM = 36
const BINS = 30

const PERCENTILES: readonly number[] = [50, 90, 95, 99]

/** How long calls of live endpoints took: nothing where none was called. */
export function latencySection({ results }: Report): readonly Element[] {
  const latencies = results.flatMap(({ measured }) => measured.latencies).toSorted((a, b) => a - b)
  const longest = latencies.at(-1)
  if (longest === undefined) return []
  return [
    h('section#latency', { ariaLabelledBy: 'latency-title' }, [
      h('h2#latency-title', 'Latency'),
      h(
        'p.of',
        `${count(latencies.length)} calls of live endpoints. Measured: another run shows other times.`,
      ),
      percentileTable(latencies, longest),
      h('figure.chart', [
        h('figcaption', 'Calls by how long they took'),
        scrollable('Histogram of latencies', histogram(latencies, longest)),
      ]),
    ]),
  ]
}

/** The least value that so many percent do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0
}

function percentileTable(sorted: readonly number[], longest: number): Element {
  const facts = [
    ...PERCENTILES.map((percent) => [`p${percent}`, percentile(sorted, percent)] as const),
    ['longest', longest] as const,
  ]
  return h(
    'dl.numbers',
    facts.map(([name, value]) =>
      h('div', [h('dt', name), h('dd', `${count(Math.round(value))} ms`)]),
    ),
  )
}

function histogram(sorted: readonly number[], longest: number): Element {
  const x = scaleLinear()
    .domain([0, Math.max(1, longest)])
    .nice()
    .range([LEFT, WIDTH - 16])
  const end = x.domain()[1] ?? longest
  const bins = Array.from({ length: BINS }, () => 0)
  for (const value of sorted) {
    const bin = Math.min(BINS - 1, Math.floor((value / end) * BINS))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const y = scaleLinear()
    .domain([0, Math.max(...bins)])
    .nice()
    .range([HEIGHT - BOTTOM, 16])
  const title = `Histogram: half of the calls took at most ${Math.round(percentile(sorted, 50))} ms, the longest ${Math.round(longest)} ms`
  return s(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
      ariaLabel: title,
    },
    [
      ...y
        .ticks(4)
        .map((tick) =>
          s('g', [
            s('line.grid', { x1: LEFT, x2: WIDTH - 16, y1: y(tick), y2: y(tick) }),
            s('text.tick', { x: LEFT - 8, y: y(tick) + 4, textAnchor: 'end' }, count(tick)),
          ]),
        ),
      ...bins.flatMap((size, nth) => (size === 0 ? [] : [bar(nth, size, end)])),
      ...x
        .ticks(8)
        .map((tick) =>
          s(
            'text.tick',
            { x: x(tick), y: HEIGHT - BOTTOM + 18, textAnchor: 'middle' },
            `${count(tick)} ms`,
          ),
        ),
      s('line.axis', { x1: LEFT, x2: WIDTH - 16, y1: y(0), y2: y(0) }),
    ],
  )

  function bar(nth: number, size: number, width: number): Element {
    const from = x((nth / BINS) * width)
    const to = x(((nth + 1) / BINS) * width)
    return s(
      'rect.bar',
      { x: from + 1, y: y(size), width: Math.max(1, to - from - 2), height: y(0) - y(size) },
      [
        s(
          'title',
          `${plural(size, 'call')}, ${Math.round((nth / BINS) * width)} to ${Math.round(((nth + 1) / BINS) * width)} ms`,
        ),
      ],
    )
  }
}
