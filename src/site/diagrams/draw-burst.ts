import type { Element } from 'hast'
import { s } from 'hastscript'
import { round } from '../../chart/axes.ts'
import { plotOver, type Scale } from '../../chart/plot.ts'
import type { BurstRow } from '../../render/runbook/burst-rows.ts'
import { describedSvg } from './described-svg.ts'

const WIDTH = 720
const BAR = { left: 300, right: 620, height: 14 } as const
const LINE = 24

/** A bar for each number of people and each bound of calls at a time: as long as it takes until all are done. */
export function drawBurst(rows: readonly BurstRow[], id: string): Element {
  const height = rows.length * LINE
  const { x } = plotOver({
    left: BAR.left,
    right: BAR.right,
    top: 0,
    bottom: height,
    maxX: Math.max(1, ...rows.map(({ drain }) => drain)),
    maxY: 1,
  })
  return describedSvg(
    { title: 'How long many people take', description: rows.map(rowWords).join(' ') },
    { id, width: WIDTH, height },
    rows.map((row, index) => bar(row, { x, top: index * LINE })),
  )
}

function bar(
  { leads, atATime, done, drain }: BurstRow,
  { x, top }: { readonly x: Scale; readonly top: number },
): Element {
  const end = round(x(drain))
  const y = top + BAR.height
  return s('g', [
    s('text.size', { x: 0, y }, leads),
    s('text', { x: 50, y }, atATime),
    s('rect', {
      x: BAR.left,
      y: top + 2,
      width: Math.max(1, round(end - BAR.left)),
      height: BAR.height,
    }),
    s('text', { x: Math.max(end, BAR.left + 1) + 8, y }, done),
  ])
}

function rowWords({ leads, atATime, done }: BurstRow): string {
  return `${leads} people, ${atATime}: ${done}.`
}
