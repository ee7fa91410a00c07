import type { RootContent } from 'mdast'
import { durationWords } from '../../base/duration.ts'
import { figure } from '../../base/figure.ts'
import type { BurstOutcome } from '../../burst/burst-outcome.ts'
import type { BurstStudy } from '../../burst/burst-study.ts'
import { widthWords } from '../../burst/concurrency.ts'
import { heading, list, paragraph, strong, table, type Line } from '../markdown/nodes.ts'
import { printMarkdown } from '../markdown/print-markdown.ts'
import type { BurstReport } from './burst-report.ts'
import {
  burstLine,
  endingsLine,
  groundsOf,
  headline,
  isBetween,
  percent,
  verificationLine,
  webhookName,
} from './burst-words.ts'

/** A burst as Markdown, for a ticket or a job summary: figures, advice, what they rest on. */
export function burstMarkdown(report: BurstReport): string {
  const { study } = report
  return printMarkdown([
    heading(2, headline(study)),
    paragraph(`${burstLine(report)}. ${endingsLine(study)}.`),
    boundsTable(study),
    ...webhooks(study),
    heading(3, 'Advice'),
    list(study.advice.map(({ title, text }) => [strong(`${title}.`), ` ${text}`])),
    ...verified(report),
    heading(3, 'What this rests on'),
    list(groundsOf(report).map((ground) => [ground])),
  ])
}

const HEAD = [
  'Calls at a time',
  'All ended after',
  'Half wait',
  '90 % wait',
  '99 % wait',
  'Longest',
]

function boundsTable(study: BurstStudy): RootContent {
  const { bounds, shown } = study
  const rows = bounds.map(({ bound, outcome }) =>
    waitsRow(`${bound.words} (${bound.origin})`, outcome),
  )
  return table(HEAD, [
    ...rows,
    ...(isBetween(study) ? [waitsRow(widthWords(shown.width), shown)] : []),
  ])
}

function waitsRow(name: string, { drain, waits }: BurstOutcome): Line {
  return [name, ...[drain, waits.p50, waits.p90, waits.p99, waits.max].map(durationWords)]
}

function webhooks({ burst, shown }: BurstStudy): readonly RootContent[] {
  if (shown.webhooks.length < 2) return []
  const head = ['Webhook', 'Calls', 'Half wait', '99 % wait', 'Of the connections']
  const rows = shown.webhooks.map((each): Line => [
    webhookName(each, burst),
    figure(each.calls),
    durationWords(each.waits.p50),
    durationWords(each.waits.p99),
    percent(each.share),
  ])
  return [heading(3, `By webhook, ${widthWords(shown.width)}`), table(head, rows)]
}

function verified({ verification }: BurstReport): readonly RootContent[] {
  if (verification === undefined) return []
  const rows = verification.rows.map(({ name, simulated, measured, error }): Line => [
    name,
    durationWords(simulated),
    durationWords(measured),
    percent(error),
  ])
  return [
    heading(3, 'Verified'),
    paragraph(`${verificationLine(verification)}.`),
    table(['', 'Simulated', 'Measured', 'Off by'], rows),
  ]
}
