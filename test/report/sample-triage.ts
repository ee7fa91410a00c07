import { startTriage } from '../../src/triage/start-triage.ts'
import type { TriageReport } from '../../src/triage/triage-report.ts'

/** A night in which some calls failed, with a text wherever an export may hold one. */
export function triageWith(text: string): TriageReport {
  const triage = startTriage({
    webhooks: [],
    only: undefined,
    hasValues: true,
    mended: [],
    repeatable: [],
  })
  const outcomes = [
    `no such thing: ${text}`,
    '',
    '503 Service Unavailable',
    '',
    'Unauthorized',
    '1001',
  ]
  for (const [nth, errorType] of outcomes.entries()) {
    triage.sink.call({
      lead: 4711 + (nth % 4),
      time: { milliseconds: Date.UTC(2026, 10, 26, 1, nth * 7), hasZone: true, isDoubtful: false },
      webhook: nth === 0 ? `Other ${text}` : 'CRM Lead Sync',
      errorType,
      response: `response ${text}`,
      payload: undefined,
    })
  }
  triage.sink.damaged('line 7', 'it is no JSON')
  triage.sink.notice(`"${text}" could not be read`)
  return triage.report()
}
