import pc from 'picocolors'
import { visibleText } from '../../base/visible-text.ts'
import type { CallExample, ReportedGroup, TriageReport } from '../../triage/triage-report.ts'
import {
  againWords,
  counted,
  failureWords,
  noticeWords,
  overviewWords,
  payloadWords,
  statusWords,
} from './triage-words.ts'
import { byWebhook } from './by-webhook.ts'
import { trendLines } from './trend-lines.ts'

type Colors = ReturnType<typeof pc.createColors>

/** A triage for a terminal: what failed, what it means, what to do, when it was, and who is sent again. */
export function triagePretty(
  report: TriageReport,
  { isColored }: { readonly isColored: boolean },
): string {
  const colors = pc.createColors(isColored)
  const head = [overviewWords(report), failureWords(report)].filter((words) => words !== '')
  const blocks = [
    ...byWebhook(report).map((webhook) => webhookLines(webhook, colors)),
    trendLines(report.outline, colors),
    noticeWords(report).map((words) => visibleText(`note: ${words}`)),
    [
      ...head.map((words, nth) => (nth === 0 ? colors.bold(words) : words)),
      ...(report.failed === 0 ? [] : [againWords(report)]),
    ],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function webhookLines(
  { name, program, page, groups, payloads }: ReturnType<typeof byWebhook>[number],
  colors: Colors,
): readonly string[] {
  const where = program === undefined ? 'not defined in this project' : program
  return [
    `${colors.bold(visibleText(name === '' ? '(without a name)' : name))} ${colors.dim(visibleText(`(${where})`))}`,
    ...groups.flatMap((group) => groupLines(group, colors)),
    ...payloads.map((count) => `  ${payloadWords(count)}`),
    ...(page === undefined ? [] : [colors.dim(visibleText(`  runbook: ${page}`))]),
  ]
}

const LEVEL_WORDS = { failed: 'failed', look: 'look  ', fine: 'fine  ' } as const

function groupLines(group: ReportedGroup, colors: Colors): readonly string[] {
  const { cause, calls, leads, examples } = group
  const color = { failed: colors.red, look: colors.yellow, fine: colors.green }[cause.level]
  const numbers = `${counted(calls, 'call')}, ${counted(leads, 'person', 'people')}`
  const head = `  ${color(LEVEL_WORDS[cause.level])}  ${visibleText(statusWords(group))}: ${cause.title}: ${numbers}`
  if (cause.level === 'fine') return [head, ...examples.map(exampleLine)]
  return [
    head,
    `          ${cause.means}`,
    `          to do: ${cause.repair}`,
    ...examples.map(exampleLine),
  ]
}

function exampleLine({ lead, time, errorType, response }: CallExample): string {
  const who = lead === undefined ? '' : ` person ${lead}`
  const what = errorType === '' ? '' : `, error type "${errorType}"`
  return visibleText(`          e.g.${who} ${time}${what}, response "${response}"`)
}
