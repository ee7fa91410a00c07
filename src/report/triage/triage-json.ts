import type { ReportedGroup, TriageReport } from '../../triage/triage-report.ts'
import { printableJson } from '../printable-json.ts'

/** A triage for programs. Times are in UTC where the export names its zone, and as written there where not. */
export function triageJson(report: TriageReport): string {
  const { outline: _, ...rest } = report
  const { times, trend, groups } = rest
  const value = {
    formatVersion: 1,
    ...rest,
    times: { ...times, first: isoTime(times.first), last: isoTime(times.last) },
    groups: groups.map(oneGroup),
    trend: {
      stepMinutes: trend.stepMinutes,
      parts: trend.parts.map((part) => ({ ...part, start: isoTime(part.start) })),
    },
  }
  return printableJson(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** Why people are not sent again stands on the list of these. */
function oneGroup({ cause, ...group }: ReportedGroup): unknown {
  const { id, level, title, means, repair } = cause
  return { ...group, cause: { id, level, title, means, repair } }
}

/** Without a zone: `times.zone` says whether it is UTC. */
function isoTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString().slice(0, -1)
}
