import type { KeptRow, ResendRow } from '../../triage/resend.ts'
import { timeText } from '../../triage/time-text.ts'

/** People for a static list, each once. */
export function* resendCsv(rows: Iterable<ResendRow>): Iterable<string> {
  yield line(['Id', 'Webhook', 'Status', 'Last Call'])
  for (const { lead, webhooks, statuses, milliseconds } of rows)
    yield line([String(lead), webhooks.join('; '), statuses.join('; '), timeCell(milliseconds)])
}

/** People who are left alone, and why. */
export function* keptCsv(rows: Iterable<KeptRow>): Iterable<string> {
  yield line(['Id', 'Webhook', 'Status', 'Last Call', 'Reason'])
  for (const { lead, webhook, status, milliseconds, reason } of rows)
    yield line([String(lead), webhook, status, timeCell(milliseconds), reason])
}

function timeCell(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : timeText(milliseconds, false)
}

/** RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe. */
function line(cells: readonly string[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
