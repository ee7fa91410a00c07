import type { Element } from 'hast'
import { h } from 'hastscript'
import { figure } from '../../base/figure.ts'
import type { CallExample, ReportedGroup, TriageReport } from '../../triage/triage-report.ts'
import { scrollable, shown } from '../html/nodes.ts'
import { printPage } from '../html/page-shell.ts'
import { STYLE } from '../html/style.ts'
import { byWebhook, type WebhookTriage } from './by-webhook.ts'
import { trendChart } from './trend-chart.ts'
import {
  againWords,
  counted,
  failureWords,
  noticeWords,
  overviewWords,
  partWords,
  payloadWords,
  statusWords,
  stepWords,
} from './triage-words.ts'

/** What this page has beside a report's. */
const OWN_STYLE = `
rect.failed { fill: var(--red); }
rect.answered { fill: var(--heat-3); }
.key { display: inline-block; width: .8rem; height: .8rem; border-radius: 2px; margin-right: .4rem; }
.key.failed { background: var(--red); }
.key.answered { background: var(--heat-3); }
.group h3 { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: baseline; }
.badge.failed { background: var(--red-soft); color: var(--red); }
.badge.look { background: var(--amber-soft); color: var(--amber); }
.badge.fine { background: var(--green-soft); color: var(--green); }
.finding.good { border-left-color: var(--green); }
.chart svg { min-width: 44rem; }
`

/** A triage as one page that asks nobody for anything and runs no script. */
export function triageHtml(report: TriageReport, toolVersion: string): string {
  return printPage({
    title: `hookbook: ${verdictWords(report)}`,
    style: STYLE + OWN_STYLE,
    script: undefined,
    body: [
      h('a.skip', { href: '#main' }, 'Skip to the webhooks'),
      header(report),
      h('main#main', [
        numbers(report),
        ...trendSection(report),
        ...byWebhook(report).map(webhookSection),
        ...notesSection(report),
      ]),
      h('footer', h('p', `Made by hookbook ${toolVersion}`)),
    ],
  })
}

function verdictWords(report: TriageReport): string {
  if (report.failed > 0) return `${counted(report.failed, 'call')} failed`
  return report.calls === 0 ? 'no call of a webhook' : 'no call failed'
}

function header(report: TriageReport): Element {
  const isBad = report.failed > 0 || report.damaged.count > 0
  return h('header', [
    h('div.top', h('p.brand', 'hookbook triage')),
    h('div', { className: ['verdict', isBad ? 'bad' : 'good'] }, [
      h('h1', [h('span', { ariaHidden: 'true' }, isBad ? '✗' : '✓'), verdictWords(report)]),
    ]),
  ])
}

function numbers(report: TriageReport): Element {
  const { calls, failed, leads, again } = report
  const facts = [
    ['Calls', calls],
    ['Failed', failed],
    ['People', leads],
    ['To be sent again', again.resend],
    ['Not to be sent again', again.keep],
  ] as const
  return h('section.overview', { ariaLabel: 'Overview' }, [
    h(
      'dl.numbers',
      facts.map(([name, value]) => h('div', [h('dt', name), h('dd', figure(value))])),
    ),
    h(
      'p.of',
      shown(
        [overviewWords(report), failureWords(report), againWords(report)]
          .filter((words) => words !== '')
          .join('; '),
      ),
    ),
  ])
}

function trendSection({ trend }: TriageReport): readonly Element[] {
  if (trend.parts.length < 2) return []
  const rows = trend.parts.filter(({ failed }) => failed > 0)
  return [
    h('section#trend', { ariaLabelledBy: 'trend-title' }, [
      h('h2#trend-title', `Calls over time, in parts of ${stepWords(trend.stepMinutes)}`),
      h('ul.legend', [
        h('li', [h('span.key.failed'), 'failed']),
        h('li', [h('span.key.answered'), 'not failed']),
      ]),
      h('figure.chart', scrollable('Calls over time', trendChart(trend))),
      ...(rows.length === 0
        ? []
        : [
            h('details.test', [
              h('summary', 'The same as a table, where some failed'),
              scrollable(
                'Calls over time, as a table',
                table(
                  ['From', 'Calls', 'Failed'],
                  rows.map(({ start, calls, failed }) => [
                    partWords(start, trend.stepMinutes),
                    figure(calls),
                    figure(failed),
                  ]),
                ),
              ),
            ]),
          ]),
    ]),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Element {
  return h('table.checks', [
    h(
      'thead',
      h(
        'tr',
        head.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h(
      'tbody',
      rows.map(([name = '', ...cells]) =>
        h('tr', [h('th', { scope: 'row' }, name), ...cells.map((cell) => h('td.number', cell))]),
      ),
    ),
  ])
}

function webhookSection(
  { name, program, groups, payloads, page }: WebhookTriage,
  nth: number,
): Element {
  const id = `webhook-${nth + 1}`
  const where = program === undefined ? 'not defined in this project' : `program ${program}`
  return h('section', { ariaLabelledBy: id }, [
    h('h2', { id }, [
      shown(name === '' ? '(without a name)' : name),
      h('span.of', shown(` · ${where}`)),
    ]),
    ...groups.map(groupCard),
    ...(payloads.length === 0
      ? []
      : [
          h(
            'ul.checked',
            payloads.map((count) => h('li', payloadWords(count))),
          ),
        ]),
    ...(page === undefined ? [] : [h('p.of', ['Runbook: ', h('code', shown(page))])]),
  ])
}

const CARD_COLORS = { failed: 'error', look: 'warning', fine: 'good' } as const

function groupCard(group: ReportedGroup): Element {
  const { cause, calls, leads, examples } = group
  return h('article', { className: ['finding', 'group', CARD_COLORS[cause.level]] }, [
    h('h3', [
      h('span', { className: ['badge', cause.level] }, cause.level),
      h('code', shown(statusWords(group))),
      h('span', cause.title),
      h('span.of', `${counted(calls, 'call')}, ${counted(leads, 'person', 'people')}`),
    ]),
    h('dl.notes', [
      h('dt', 'What it means'),
      h('dd', cause.means),
      h('dt', 'To do'),
      h('dd', cause.repair),
    ]),
    ...(examples.length === 0 ? [] : [h('ul.checked', examples.map(exampleItem))]),
  ])
}

function exampleItem({ lead, time, errorType, response }: CallExample): Element {
  const who = lead === undefined ? '' : `person ${lead}, `
  const what = errorType === '' ? '' : `error type "${errorType}", `
  return h('li', [`${who}${time}, `, shown(what), h('code', shown(response))])
}

function notesSection(report: TriageReport): readonly Element[] {
  const words = noticeWords(report)
  if (words.length === 0) return []
  return [
    h('section', { ariaLabelledBy: 'notes' }, [
      h('h2#notes', 'Notes'),
      h(
        'ul.checked',
        words.map((each) => h('li', shown(each))),
      ),
    ]),
  ]
}
