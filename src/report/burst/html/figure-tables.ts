import type { Element } from 'hast'
import { h } from 'hastscript'
import { durationWords } from '../../../base/duration.ts'
import { figure } from '../../../base/figure.ts'
import type { BurstOutcome, Waits } from '../../../burst/burst-outcome.ts'
import type { BurstStudy } from '../../../burst/burst-study.ts'
import { widthWords } from '../../../burst/concurrency.ts'
import type { Verification } from '../../../burst/verification.ts'
import { scrollable, shown as visible } from '../../html/nodes.ts'
import { isBetween, percent, verificationLine, webhookName } from '../burst-words.ts'
import { rateWords } from './run-figure.ts'

/** Everything that is drawn, in figures. */
export function figureTables(study: BurstStudy): readonly Element[] {
  const { burst, shown } = study
  const bounds = study.bounds.map(({ bound, outcome }) => ({ name: bound.words, outcome }))
  const asked = isBetween(study) ? [{ name: widthWords(shown.width), outcome: shown }] : []
  return [
    numbersTable('By calls at a time', {
      heads: ['Calls at a time', 'All done after', ...WAITS],
      rows: [...bounds, ...asked].map(({ name, outcome }) => [
        name,
        durationWords(outcome.drain),
        ...waitCells(outcome.waits),
      ]),
    }),
    numbersTable('By webhook', {
      heads: ['Webhook', 'Calls', 'Failed', 'Timed out', ...WAITS, 'Connections'],
      rows: shown.webhooks.map((each) => [
        visible(webhookName(each, burst)),
        ...[each.calls, each.failed, each.timedOut].map(figure),
        ...waitCells(each.waits),
        percent(each.share),
      ]),
    }),
    h('details', [h('summary', 'Over time'), overTime(shown)]),
  ]
}

const WAITS: readonly string[] = ['Half wait', '90 % wait', '99 % wait', 'Longest']

function waitCells({ p50, p90, p99, max }: Waits): readonly string[] {
  return [p50, p90, p99, max].map(durationWords)
}

/** Every fifth piece of the time: more would not be read. */
const EVERY = 5

function overTime({ timeline }: BurstOutcome): Element {
  const rows = timeline
    .filter((_bin, nth) => nth % EVERY === EVERY - 1)
    .map(({ to, waiting, rates }) => [
      durationWords(to),
      figure(waiting),
      rateWords(rates.reduce((sum, rate) => sum + rate, 0)),
    ])
  return numbersTable('Over time', { heads: ['After', 'Calls wait', 'Calls in a second'], rows })
}

/** The simulation beside what was measured. */
export function verificationTable(verification: Verification): readonly Element[] {
  const rows = verification.rows.map(({ name, simulated, measured, error }) => [
    name,
    durationWords(simulated),
    durationWords(measured),
    percent(error),
  ])
  return [
    h('p', `${verificationLine(verification)}.`),
    numbersTable('Simulated and measured', {
      heads: ['What', 'Simulated', 'Measured', 'Off by'],
      rows,
    }),
  ]
}

interface Cells {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function numbersTable(label: string, { heads, rows }: Cells): Element {
  const head = h(
    'tr',
    heads.map((title) => h('th', { scope: 'col' }, title)),
  )
  const body = rows.map(([name = '', ...values]) =>
    h('tr', [h('th', { scope: 'row' }, name), ...values.map((value) => h('td.number', value))]),
  )
  return scrollable(label, h('table.checks', [h('thead', head), h('tbody', body)]))
}
