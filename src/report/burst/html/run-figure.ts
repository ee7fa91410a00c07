import type { Element } from 'hast'
import { s } from 'hastscript'
import { durationWords } from '../../../base/duration.ts'
import { figure } from '../../../base/figure.ts'
import type { BurstOutcome } from '../../../burst/burst-outcome.ts'
import type { BurstStudy } from '../../../burst/burst-study.ts'
import { widthWords } from '../../../burst/concurrency.ts'
import { baseLine, gridLines } from '../../../chart/axes.ts'
import { plotOver, type Plot } from '../../../chart/plot.ts'
import { areaPath, linePath, stepsPath, type Step } from '../../../chart/shapes.ts'
import { timeTicks } from '../../../chart/time-ticks.ts'
import { meanRate } from '../burst-words.ts'
import { picture, seriesClass, tickWords } from './picture.ts'
import { waitingPoints } from './waiting-points.ts'

const SIZE = { width: 960, height: 430 } as const
const SIDES = { left: 64, right: SIZE.width - 24 } as const
const UPPER = { ...SIDES, top: 34, bottom: 236 } as const
const LOWER = { ...SIDES, top: 292, bottom: SIZE.height - 40 } as const

/** An axis of whole calls. */
export const LEAST_AXIS = 4

/** The run as it was simulated: who waits, and below on the same axis of time how many calls are made. */
export function runFigure(study: BurstStudy): Element {
  const { burst, shown } = study
  const points = waitingPoints(shown, burst)
  const most = shown.mostWaiting
  const upper = plotOver({ ...UPPER, maxX: shown.drain, maxY: Math.max(LEAST_AXIS, most) })
  const lower = plotOver({ ...LOWER, maxX: shown.drain, maxY: Math.max(0.001, ...totals(shown)) })
  const ticks = { ticks: timeTicks(shown.drain, 9), words: tickWords }
  const words = {
    id: 'run-picture',
    title: `Calls that wait and calls in a second, ${widthWords(shown.width)}`,
    description: `At most ${figure(most)} calls wait; all is done after ${durationWords(shown.drain)}, with ${rateWords(meanRate(study))} calls in a second on average.`,
  }
  return picture(words, SIZE, [
    caption('Calls of the burst that wait for a connection', UPPER.top),
    ...gridLines(upper, { ticks: 4, words: figure }),
    s('path.queue', { d: areaPath(points, upper) }),
    s('path.queue-line', { d: linePath(points, upper) }),
    ...baseLine(upper, { ...ticks, words: () => '' }),
    caption('Calls in a second', LOWER.top),
    ...gridLines(lower, { ticks: 3, words: rateWords }),
    ...rateLayers(shown, lower),
    ...baseLine(lower, ticks),
  ])
}

function caption(text: string, top: number): Element {
  return s('text.caption', { x: SIDES.left, y: top - 14 }, text)
}

function totals({ timeline }: BurstOutcome): readonly number[] {
  return timeline.map(({ rates }) => rates.reduce((sum, rate) => sum + rate, 0))
}

/** Webhooks on top of each other, in the order of their colours. */
function rateLayers({ timeline, webhooks, drain }: BurstOutcome, plot: Plot): readonly Element[] {
  let below = timeline.map(() => 0)
  return webhooks.map(({ webhook }, nth) => {
    const above = timeline.map(({ rates }, at) => (below[at] ?? 0) + (rates[webhook] ?? 0))
    const steps = timeline.map(({ from }, at): Step => ({
      x: from,
      from: below[at] ?? 0,
      to: above[at] ?? 0,
    }))
    const end = { x: drain, from: below.at(-1) ?? 0, to: above.at(-1) ?? 0 }
    below = above
    return s('path', {
      className: ['layer', seriesClass(nth)],
      d: stepsPath([...steps, end], plot),
    })
  })
}

/** Whole numbers where they are large. */
export function rateWords(rate: number): string {
  if (rate >= 10) return figure(Math.round(rate))
  return String(Number(rate.toPrecision(2)))
}
