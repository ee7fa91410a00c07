import type { RootContent } from 'mdast'
import { figure } from '../../base/figure.ts'
import type { ReportedGroup, TriageReport } from '../../triage/triage-report.ts'
import { code, heading, list, paragraph, strong, table, type Line } from '../markdown/nodes.ts'
import { printMarkdown } from '../markdown/print-markdown.ts'
import { byWebhook, type WebhookTriage } from './by-webhook.ts'
import {
  againWords,
  failureWords,
  noticeWords,
  overviewWords,
  partWords,
  payloadWords,
  statusWords,
  stepWords,
} from './triage-words.ts'

/** A triage for a ticket: a table a webhook, what to do below it, and the worst times. */
export function triageMarkdown(report: TriageReport): string {
  const failures = failureWords(report)
  return printMarkdown([
    heading(2, 'Calls of webhooks'),
    paragraph(strong(overviewWords(report)), failures === '' ? '.' : `; ${failures}.`),
    ...(report.failed === 0 ? [] : [paragraph(`${againWords(report)}.`)]),
    ...byWebhook(report).flatMap(oneWebhook),
    ...trendTable(report),
    ...notices(report),
  ])
}

function oneWebhook({ name, groups, payloads, page }: WebhookTriage): readonly RootContent[] {
  const toDo = groups.filter(({ cause }) => cause.level !== 'fine')
  return [
    heading(3, name === '' ? '(without a name)' : name),
    table(['', 'Status', 'What it is', 'Calls', 'People'], groups.map(groupRow)),
    ...(toDo.length === 0 ? [] : [list(toDo.map(toDoLine))]),
    ...examples(groups),
    ...(payloads.length === 0
      ? []
      : [paragraph('Payloads:'), list(payloads.map((count) => [payloadWords(count)]))]),
    ...(page === undefined ? [] : [paragraph('Runbook: ', code(page))]),
  ]
}

/** Only where values were asked for. */
function examples(groups: readonly ReportedGroup[]): readonly RootContent[] {
  const lines = groups.flatMap((group) =>
    group.examples.map(({ lead, time, response }): Line => [
      strong(statusWords(group)),
      `: ${lead === undefined ? '' : `person ${lead}, `}${time}: `,
      code(response),
    ]),
  )
  return lines.length === 0 ? [] : [paragraph('For example:'), list(lines)]
}

function groupRow(group: ReportedGroup): Line {
  const { cause, calls, leads } = group
  return [cause.level, statusWords(group), cause.title, figure(calls), figure(leads)]
}

function toDoLine(group: ReportedGroup): Line {
  const { means, repair } = group.cause
  return [strong(statusWords(group)), `: ${means}. To do: ${repair}.`]
}

function trendTable({ outline }: TriageReport): readonly RootContent[] {
  const { parts, stepMinutes } = outline
  const failing = parts.filter(({ failed }) => failed > 0)
  if (failing.length === 0) return []
  return [
    heading(3, `When calls failed, in parts of ${stepWords(stepMinutes)}`),
    table(
      ['From', 'Calls', 'Failed'],
      failing.map(({ start, calls, failed }) => [
        partWords(start, stepMinutes),
        figure(calls),
        figure(failed),
      ]),
    ),
  ]
}

function notices(report: TriageReport): readonly RootContent[] {
  const words = noticeWords(report)
  return words.length === 0 ? [] : [heading(3, 'Notes'), list(words.map((each) => [each]))]
}
