import type { Element } from 'hast'
import { s } from 'hastscript'
import { durationWords } from '../../../base/duration.ts'
import type { WebhookOutcome } from '../../../burst/burst-outcome.ts'
import type { BurstStudy } from '../../../burst/burst-study.ts'
import { baseLine, round } from '../../../chart/axes.ts'
import { plotOver, type Plot } from '../../../chart/plot.ts'
import { timeTicks } from '../../../chart/time-ticks.ts'
import { webhookName } from '../burst-words.ts'
import { shown as visible } from '../../html/nodes.ts'
import { picture, seriesClass, tickWords } from './picture.ts'

const WIDTH = 960
const ROW = 46
const TOP = 8

/** How long the calls of each webhook wait: half, 99 of a hundred, the last one. Nothing where there is one webhook. */
export function waitsFigure({ burst, shown }: BurstStudy): readonly Element[] {
  if (shown.webhooks.length < 2) return []
  const bottom = TOP + shown.webhooks.length * ROW
  const longest = Math.max(1, ...shown.webhooks.map(({ waits }) => waits.max))
  const plot = plotOver({ left: 64, right: WIDTH - 120, top: TOP, bottom, maxX: longest, maxY: 1 })
  const sentences = shown.webhooks.map(
    (each) =>
      `${visible(webhookName(each, burst))}: half wait ${durationWords(each.waits.p50)}, 99 % at most ${durationWords(each.waits.p99)}`,
  )
  const words = {
    id: 'waits-picture',
    title: 'How long calls wait, by webhook',
    description: `${sentences.join('; ')}.`,
  }
  return [
    picture(words, { width: WIDTH, height: bottom + 36 }, [
      ...baseLine(plot, { ticks: timeTicks(longest, 8), words: tickWords }),
      ...shown.webhooks.map((each, nth) =>
        waitRow(each, { nth, plot, name: visible(webhookName(each, burst)) }),
      ),
    ]),
  ]
}

interface WaitRow {
  readonly nth: number
  readonly plot: Plot
  readonly name: string
}

function waitRow({ waits }: WebhookOutcome, { nth, plot, name }: WaitRow): Element {
  const [half, most, last] = [waits.p50, waits.p99, waits.max].map((wait) => round(plot.x(wait)))
  const y = TOP + nth * ROW + 30
  const className = ['wait', seriesClass(nth)]
  return s('g', [
    s('text.row-name', { x: plot.left, y: y - 13 }, name),
    s('line', { className, x1: plot.left, x2: last, y1: y, y2: y }),
    s('line', { className: ['wait-most', seriesClass(nth)], x1: half, x2: most, y1: y, y2: y }),
    s('circle', { className: ['wait-half', seriesClass(nth)], cx: half, cy: y, r: 6 }),
    s('text.tick', { x: (last ?? 0) + 12, y: y + 4 }, durationWords(waits.max)),
  ])
}
