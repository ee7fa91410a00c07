import type { Element } from 'hast'
import { h } from 'hastscript'
import { durationWords } from '../../../base/duration.ts'
import type { BurstStudy } from '../../../burst/burst-study.ts'
import { widthWords } from '../../../burst/concurrency.ts'
import { shown } from '../../html/nodes.ts'
import { printPage, topBar } from '../../html/page-shell.ts'
import { STYLE } from '../../html/style.ts'
import type { BurstReport } from '../burst-report.ts'
import {
  burstLine,
  count,
  isBetween,
  endingsLine,
  groundsOf,
  headline,
  meanRate,
  webhookName,
} from '../burst-words.ts'
import { boundsFigure } from './bounds-figure.ts'
import { BURST_STYLE } from './burst-style.ts'
import { figureTables, verificationTable } from './figure-tables.ts'
import { seriesClass } from './picture.ts'
import { rateWords, runFigure } from './run-figure.ts'
import { waitsFigure } from './waits-figure.ts'

/** A burst as one page: how long, who waits, what to do instead; everything that is drawn stands in tables too. */
export function writeBurstPage(report: BurstReport): string {
  const { study } = report
  const sections = [
    ...boundsSection(study),
    runSection(study),
    ...waitsSection(study),
    adviceSection(study),
    ...verifiedSection(report),
    groundsSection(report),
    tablesSection(study),
  ]
  return printPage({
    title: `hookbook: ${shown(headline(study))}`,
    style: `${STYLE}${BURST_STYLE}`,
    script: undefined,
    body: [
      h('a.skip', { href: '#main' }, 'Skip to the pictures'),
      h('header', [topBar(sections.map(({ id, name }) => ({ id, title: name }))), verdict(report)]),
      h('main#main', [overview(study), ...sections.map(sectionElement)]),
      h('footer', h('p', `Made by hookbook ${report.toolVersion}: ${shown(report.command)}`)),
    ],
  })
}

interface PageSection {
  readonly id: string
  /** In the navigation. */
  readonly name: string
  readonly title: string
  readonly content: readonly Element[]
}

function sectionElement({ id, title, content }: PageSection): Element {
  return h('section', { id, ariaLabelledBy: `${id}-heading` }, [
    h('h2', { id: `${id}-heading` }, title),
    ...content,
  ])
}

function verdict(report: BurstReport): Element {
  const { study } = report
  const suits = study.advice.some(({ id }) => id === 'webhook-suits')
  return h('div', { className: ['verdict', suits ? 'plain' : 'slow'] }, [
    h('h1', shown(headline(study))),
    h('p', shown(burstLine(report))),
  ])
}

function overview(study: BurstStudy): Element {
  const { waits, width } = study.shown
  const facts = [
    ['Half wait at most', durationWords(waits.p50)],
    ['90 % wait at most', durationWords(waits.p90)],
    ['99 % wait at most', durationWords(waits.p99)],
    ['The last one waits', durationWords(waits.max)],
    ['Calls in a second', rateWords(meanRate(study))],
  ] as const
  return h('section.overview', { ariaLabel: 'In figures' }, [
    h('p.of', `${endingsLine(study)}. ${widthWords(width)}:`),
    h(
      'dl.numbers',
      facts.map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
    ),
  ])
}

/** Where one bound is pinned and asked for, the run itself shows all of it. */
function boundsSection(study: BurstStudy): readonly PageSection[] {
  if (study.bounds.length === 1 && !isBetween(study)) return []
  const isOpen = study.bounds.length > 1
  const caption = isOpen
    ? 'How many calls Marketo makes at a time is not documented. What will happen lies somewhere between the two lines.'
    : `Calls that wait, until all are done. The assumption "concurrency" is pinned.`
  const content = [drawing(caption, boundsFigure(study))]
  return [{ id: 'bounds', name: 'How long', title: 'How long it takes', content }]
}

function runSection(study: BurstStudy): PageSection {
  const { burst, shown: outcome } = study
  const names = outcome.webhooks.map((each) => shown(webhookName(each, burst)))
  const legend = h(
    'ul.legend',
    names.map((name, nth) =>
      h('li', [h('span', { className: ['swatch', seriesClass(nth)] }), name]),
    ),
  )
  return {
    id: 'run',
    name: 'The run',
    title: `The run, ${widthWords(outcome.width)}`,
    content: [
      drawing(
        queueWords(outcome.mostWaiting),
        runFigure(study),
        ...(names.length > 1 ? [legend] : []),
      ),
    ],
  }
}

function queueWords(most: number): string {
  return most === 0
    ? 'Nobody waits: whoever comes has a connection at once.'
    : `At most ${count(most, 'call')} of the burst wait at a time.`
}

function waitsSection(study: BurstStudy): readonly PageSection[] {
  const figures = waitsFigure(study)
  const caption =
    'All webhooks of the subscription share the connections. The dot is where half of the calls have their turn, the thick line goes to 99 %, the thin one to the last.'
  return figures.map((each) => ({
    id: 'waits',
    name: 'Who waits',
    title: 'Who waits behind whom',
    content: [drawing(caption, each)],
  }))
}

function drawing(caption: string, svg: Element, ...more: readonly Element[]): Element {
  const frame = h('div.scroll', { role: 'region', ariaLabel: caption, tabIndex: 0 }, svg)
  return h('figure.figure', [h('figcaption', caption), frame, ...more])
}

function adviceSection({ advice }: BurstStudy): PageSection {
  const items = advice.map(({ title, text, source }) =>
    h('li', [
      h('h3', title),
      h('p', shown(text)),
      ...(source === '' ? [] : [h('p.of', `Source: ${source}`)]),
    ]),
  )
  return { id: 'advice', name: 'Advice', title: 'What to do', content: [h('ul.advice', items)] }
}

function verifiedSection({ verification }: BurstReport): readonly PageSection[] {
  if (verification === undefined) return []
  const content = verificationTable(verification)
  return [{ id: 'verified', name: 'Verified', title: 'Made for real', content }]
}

function groundsSection(report: BurstReport): PageSection {
  const items = groundsOf(report).map((ground) => h('li', shown(ground)))
  const content = [h('ul.checked', items)]
  return { id: 'grounds', name: 'Grounds', title: 'What this rests on', content }
}

function tablesSection(study: BurstStudy): PageSection {
  return {
    id: 'tables',
    name: 'Figures',
    title: 'The pictures as tables',
    content: figureTables(study),
  }
}
