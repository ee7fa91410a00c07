import type { Element } from 'hast'
import { s } from 'hastscript'
import { durationWords } from '../../../base/duration.ts'
import { figure } from '../../../base/figure.ts'
import type { BurstStudy } from '../../../burst/burst-study.ts'
import type { StudiedBound } from '../../../burst/studied-burst.ts'
import { baseLine, gridLines, round } from '../../../chart/axes.ts'
import { plotOver, type Plot } from '../../../chart/plot.ts'
import type { Point } from '../../../chart/point.ts'
import { linePath } from '../../../chart/shapes.ts'
import { timeTicks } from '../../../chart/time-ticks.ts'
import { picture, tickWords } from './picture.ts'
import { LEAST_AXIS } from './run-figure.ts'
import { waitingPoints } from './waiting-points.ts'

const SIZE = { width: 960, height: 340 } as const
const EDGES = { left: 64, right: SIZE.width - 24, top: 24, bottom: SIZE.height - 40 } as const

interface Curve {
  readonly studied: StudiedBound
  readonly points: readonly Point[]
}

/** Calls that wait under each bound, on one axis of time: somewhere between the lines lies what will be. */
export function boundsFigure({ burst, bounds }: BurstStudy): Element {
  const curves = bounds.map((studied): Curve => ({
    studied,
    points: waitingPoints(studied.outcome, { ...burst, width: studied.bound.width }),
  }))
  const points = curves.flatMap((curve) => curve.points)
  const plot = plotOver({
    ...EDGES,
    maxX: Math.max(...points.map(({ x }) => x)),
    maxY: Math.max(LEAST_AXIS, ...points.map(({ y }) => y)),
  })
  const ends = bounds.map(
    ({ bound, outcome }) => `${bound.words}, all is done after ${durationWords(outcome.drain)}`,
  )
  const words = {
    id: 'bounds-picture',
    title: 'Calls that wait, over time, under both bounds',
    description: `${ends.join('; ')}.`,
  }
  return picture(words, SIZE, [
    ...gridLines(plot, { ticks: 4, words: figure }),
    ...between(curves, plot),
    ...curves.map(({ studied, points: line }) =>
      s('path', { className: ['bound', studied.bound.value], d: linePath(line, plot) }),
    ),
    ...baseLine(plot, { ticks: timeTicks(plot.x.domain()[1] ?? 1, 8), words: tickWords }),
    ...curves.map((curve) => endMark(curve, plot)),
    ...curves.map((curve, nth) => label(curve, nth, plot)),
  ])
}

/** The area between two lines; there is none where one bound is pinned. */
function between([slow, fast]: readonly Curve[], plot: Plot): readonly Element[] {
  if (slow === undefined || fast === undefined) return []
  const outline = [...slow.points, ...fast.points.toReversed()]
  return [s('path.between', { d: `${linePath(outline, plot)}Z` })]
}

function endMark({ studied }: Curve, { x, bottom }: Plot): Element {
  const className = ['end', studied.bound.value]
  return s('circle', { className, cx: round(x(studied.outcome.drain)), cy: bottom, r: 5 })
}

const LINE = 18

/** Beside the line that it names: the slow one above its middle, the fast one at its end. */
function label({ studied, points }: Curve, nth: number, plot: Plot): Element {
  const { bound, outcome } = studied
  const isFast = nth > 0
  const at = isFast
    ? { x: plot.x(outcome.drain) + 14, y: plot.bottom - LINE - 12 }
    : aboveMiddle(points, plot)
  const isLate = at.x > plot.right - 260
  const x = round(isLate ? Math.min(at.x - 24, plot.right - 8) : at.x)
  const anchor = { textAnchor: isLate ? 'end' : 'start' }
  return s('text', { className: ['name', bound.value], x, y: round(at.y), ...anchor }, [
    s('tspan.strong', `${bound.words}: ${durationWords(outcome.drain)}`),
    s('tspan.soft', { x, dy: LINE }, bound.origin),
  ])
}

const LABEL_WIDTH = 220

/** Above the line, wherever it is highest over the width of the words. */
function aboveMiddle(points: readonly Point[], { x, y, bottom }: Plot): Point {
  const middle = points[Math.floor(points.length * 0.45)] ?? { x: 0, y: 0 }
  const from = x(middle.x) + 14
  const under = points.filter(
    (point) => x(point.x) >= from - 14 && x(point.x) <= from + LABEL_WIDTH,
  )
  const highest = Math.min(bottom, ...under.map((point) => y(point.y)))
  return { x: from, y: Math.min(highest - 14 - LINE, bottom - 4 * LINE) }
}
