import type { Element } from 'hast'
import { h } from 'hastscript'
import { percentile } from '../../base/percentile.ts'
import type { Report } from '../report.ts'
import { histogram } from './histogram.ts'
import { count, scrollable } from './nodes.ts'

const PERCENTILES: readonly number[] = [50, 90, 95, 99]

/** How long calls of live endpoints took: nothing where none was called. */
export function latencySection({ results }: Report): readonly Element[] {
  const times = results.flatMap(({ measured }) => measured.latencies).toSorted((a, b) => a - b)
  const longest = times.at(-1)
  if (longest === undefined) return []
  const median = percentile(times, 50)
  const title = `Histogram: half of the calls took at most ${Math.round(median)} ms, the longest ${Math.round(longest)} ms`
  const marks = [
    { name: 'p50', value: median },
    { name: 'p95', value: percentile(times, 95) },
  ]
  return [
    h('section#latency', { ariaLabelledBy: 'latency-title' }, [
      h('h2#latency-title', 'Latency'),
      h(
        'p.of',
        `${count(times.length)} calls of live endpoints. Measured: another run shows other times.`,
      ),
      percentileList(times, longest),
      h('figure.chart', [
        h('figcaption', 'Calls by how long they took'),
        scrollable('Histogram of latencies', histogram(times, { title, marks })),
      ]),
    ]),
  ]
}

function percentileList(sorted: readonly number[], longest: number): Element {
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
