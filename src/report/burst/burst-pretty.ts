import pico from 'picocolors'
import { durationWords } from '../../base/duration.ts'
import { figure } from '../../base/figure.ts'
import { visibleText } from '../../base/visible-text.ts'
import type { BurstStudy } from '../../burst/burst-study.ts'
import { CONCURRENCY, widthWords } from '../../burst/concurrency.ts'
import { blockBar, blockColumns } from '../../chart/block-chart.ts'
import type { BurstReport } from './burst-report.ts'
import {
  burstLine,
  endingsLine,
  groundsOf,
  headline,
  isBetween,
  meanRate,
  percent,
  verificationLine,
  webhookName,
} from './burst-words.ts'
import { wrapLines } from './wrap-lines.ts'

export interface BurstPrinting {
  readonly isColored: boolean
  /** Of the terminal. */
  readonly columns: number
}

const WIDEST = 100
const NARROWEST = 50

type Paint = ReturnType<typeof pico.createColors>

/** A burst for a terminal: the bounds as bars, who waits as a picture of blocks, then the advice. */
export function burstPretty(report: BurstReport, { isColored, columns }: BurstPrinting): string {
  const paint = pico.createColors(isColored)
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns))
  const { study } = report
  const blocks: readonly (readonly string[])[] = [
    [
      ...wrapLines(headline(study), width, '').map(paint.bold),
      ...wrapLines(visibleText(burstLine(report)), width, ''),
    ],
    boundBars(study, width, paint),
    waitingPicture(study, width, paint),
    figures(study, width, paint),
    webhookTable(study, paint),
    ...study.advice.map(({ title, text }) => [
      paint.bold(title),
      ...wrapLines(visibleText(text), width, '  '),
    ]),
    verificationBlock(report, paint, width),
    [paint.bold('What this rests on'), ...groundsOf(report).flatMap((each) => ground(each, width))],
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function ground(text: string, width: number): readonly string[] {
  const [first = '', ...others] = wrapLines(visibleText(text), width - 2, '  ')
  return [`- ${first.trimStart()}`, ...others]
}

/** How long each bound takes, as bars of the same scale. */
function boundBars(study: BurstStudy, width: number, paint: Paint): readonly string[] {
  const { bounds, shown, pinned } = study
  const asked = isBetween(study)
    ? [{ words: widthWords(shown.width), drain: shown.drain, origin: 'as asked' }]
    : []
  const bars = [
    ...bounds.map(({ bound, outcome }) => ({ ...bound, drain: outcome.drain })),
    ...asked,
  ]
  const longest = Math.max(...bars.map(({ drain }) => drain))
  const names = Math.max(...bars.map(({ words }) => words.length))
  const times = Math.max(...bars.map(({ drain }) => durationWords(drain).length))
  const origins = Math.max(...bars.map(({ origin }) => origin.length))
  const room = width - names - times - 6
  const hasOrigins = room - origins >= 20
  const length = hasOrigins ? room - origins - 2 : room
  const open = pinned === undefined ? ` (${CONCURRENCY}: not documented)` : ''
  return [
    paint.bold('How long it takes') + paint.dim(open),
    ...bars.map(({ words, drain, origin }) => {
      const bar = paint.cyan(blockBar(drain / longest, length).padEnd(length))
      const time = durationWords(drain).padStart(times)
      return `  ${words.padEnd(names)}  ${bar}  ${time}${hasOrigins ? paint.dim(`  ${origin}`) : ''}`
    }),
  ]
}

const HEIGHT = 6
const RATE_HEIGHT = 2

/** Calls that wait, over time, and below on the same time axis how many are made in a second. */
function waitingPicture(study: BurstStudy, width: number, paint: Paint): readonly string[] {
  const { shown } = study
  const waiting = shown.timeline.map((bin) => bin.waiting)
  const rates = shown.timeline.map((bin) => bin.rates.reduce((sum, rate) => sum + rate, 0))
  const most = shown.mostWaiting
  const mostRate = Math.max(0, ...rates)
  const labels = Math.max(figure(most).length, figure(Math.round(mostRate)).length)
  const space = { width: width - labels - 4, labels, paint }
  const queue = columns(waiting, { ...space, height: HEIGHT, max: most })
  return [
    paint.bold(`Calls that wait, ${widthWords(shown.width)}`),
    ...(most === 0 ? ['  none: whoever comes has a connection at once'] : queue),
    paint.bold('Calls in a second') + paint.dim(`, ${oneDecimal(meanRate(study))} on average`),
    ...columns(rates, { ...space, height: RATE_HEIGHT, max: mostRate }),
    `${' '.repeat(labels + 4)}${timeAxis(shown.drain, space.width)}`,
  ]
}

interface ColumnsSpace {
  readonly width: number
  readonly height: number
  readonly max: number
  readonly labels: number
  readonly paint: Paint
}

function columns(values: readonly number[], space: ColumnsSpace): readonly string[] {
  const { labels, max, paint } = space
  return blockColumns(values, space).map((row, nth) => {
    const label = nth === 0 ? figure(Math.round(max)) : ''
    return `  ${label.padStart(labels)} ${paint.dim('│')}${paint.cyan(row.trimEnd())}`
  })
}

function timeAxis(drain: number, width: number): string {
  const [half, end] = [durationWords(drain / 2), durationWords(drain)]
  const middle = Math.floor((width - half.length) / 2)
  const left = `0${' '.repeat(Math.max(1, middle - 1))}${half}`
  return `${left}${' '.repeat(Math.max(1, width - left.length - end.length))}${end}`
}

function figures(study: BurstStudy, width: number, paint: Paint): readonly string[] {
  const { p50, p90, p99, max } = study.shown.waits
  const waits = [
    `half ${durationWords(p50)}`,
    `90 % ${durationWords(p90)}`,
    `99 % ${durationWords(p99)}`,
    `longest ${durationWords(max)}`,
  ]
  return [
    paint.bold('How long calls wait, and how they end'),
    ...wrapLines(waits.join(', '), width, '  '),
    ...wrapLines(endingsLine(study), width, '  '),
  ]
}

/** One row for each webhook, where there are several to tell apart. */
function webhookTable({ burst, shown }: BurstStudy, paint: Paint): readonly string[] {
  if (shown.webhooks.length < 2) return []
  const rows = shown.webhooks.map((each) => [
    visibleText(webhookName(each, burst)),
    figure(each.calls),
    durationWords(each.waits.p50),
    durationWords(each.waits.p99),
    percent(each.share),
  ])
  const head = ['Webhook', 'calls', 'half wait', '99 % wait', 'of the connections']
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return [paint.dim(line(head)), ...rows.map(line)]
}

function verificationBlock(
  { verification }: BurstReport,
  paint: Paint,
  width: number,
): readonly string[] {
  if (verification === undefined) return []
  const names = Math.max(...verification.rows.map(({ name }) => name.length))
  return [
    paint.bold('Verified'),
    ...wrapLines(verificationLine(verification), width, '  '),
    ...verification.rows.map(({ name, simulated, measured, error }) => {
      const times = `simulated ${durationWords(simulated).padStart(12)}  measured ${durationWords(measured).padStart(12)}`
      return `  ${name.padEnd(names)}  ${times}  ${percent(error).padStart(7)}`
    }),
  ]
}

function oneDecimal(number: number): string {
  return number >= 100 ? figure(Math.round(number)) : String(Math.round(number * 10) / 10)
}
