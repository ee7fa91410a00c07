import { figure } from '../../base/figure.ts'
import type { PayloadCount } from '../../triage/payload/payload-counter.ts'
import { timeText } from '../../triage/time-text.ts'
import type { ReportedGroup, TimeReport, TriageReport } from '../../triage/triage-report.ts'

/** `12,345 calls`, `1 call`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`
}

/** The first sentence of a triage: how many calls, of how many people, when. */
export function overviewWords({ calls, leads, times, groups }: TriageReport): string {
  if (calls === 0) return 'no call of a webhook'
  const webhooks = new Set(groups.map(({ webhook }) => webhook)).size
  const what = `${counted(calls, 'call')} of ${counted(webhooks, 'webhook')} for ${counted(leads, 'person', 'people')}`
  return `${what}${spanWords(times)}`
}

/** A time without its seconds. */
const MINUTES = '2026-11-26 14:20'.length

function spanWords({ first, last, zone }: TimeReport): string {
  if (first === undefined || last === undefined) return ''
  const [from, to] = [first, last].map((time) => timeText(time, false).slice(0, MINUTES))
  return `, from ${from} to ${to}${zone === 'utc' ? ' UTC' : ''}`
}

/** `345 of them failed (2.8 %)`. */
export function failureWords({ calls, failed }: TriageReport): string {
  if (failed === 0) return calls === 0 ? '' : 'none of them failed'
  const percent = ((failed / calls) * 100).toFixed(1)
  return `${figure(failed)} of them failed (${percent === '0.0' ? 'less than 0.1' : percent} %)`
}

/** What is said beside the groups, a sentence each. */
export function noticeWords(report: TriageReport): readonly string[] {
  const { others, callsWithoutLead, damaged, times } = report
  return [
    ...(others === 0
      ? []
      : [`${counted(others, 'other activity', 'other activities')} passed over`]),
    ...(damaged.count === 0 ? [] : [damageWords(report)]),
    ...(callsWithoutLead === 0
      ? []
      : [
          `${counted(callsWithoutLead, 'call')} without the id of a person: not among the people, and on no list`,
        ]),
    ...zoneWords(times),
    ...report.notices,
  ]
}

function damageWords({ damaged: { count, first } }: TriageReport): string {
  const places = first.map(({ place, reason }) => `${place}: ${reason}`).join('; ')
  const more = count > first.length ? `; and ${figure(count - first.length)} more` : ''
  return `${counted(count, 'place')} could not be read and ${count === 1 ? 'is' : 'are'} left out: ${places}${more}`
}

function zoneWords({ zone, unreadable, isDoubtful }: TimeReport): readonly string[] {
  return [
    ...(zone === 'unknown'
      ? ['the export names no zone: times are shown as they are written there']
      : []),
    ...(zone === 'mixed'
      ? [
          'some times have a zone and some have none: those without are read as UTC, so the order between them is not certain',
        ]
      : []),
    ...(isDoubtful ? ['dates like 3/4/2026 are read as month and day'] : []),
    ...(unreadable === 0
      ? []
      : [
          `the time of ${counted(unreadable, 'call')} could not be read: for the last call of a person the order of the lines counts`,
        ]),
  ]
}

/** `401 Unauthorized`, `2xx`; an error type that is only the number is said once. */
export function statusWords({
  status,
  errorType,
}: Pick<ReportedGroup, 'status' | 'errorType'>): string {
  if (errorType === '' || errorType === status) return status
  return status === '–' ? `"${errorType}"` : `${status} ${errorType}`
}

/** `12 payloads of the current template (revision 7)`. */
export function payloadWords({ calls, origin }: PayloadCount): string {
  return `${counted(calls, 'payload')} ${originWords(origin)}`
}

function originWords(origin: PayloadCount['origin']): string {
  switch (origin.kind) {
    case 'current':
      return `of the current template (revision ${origin.revision})`
    case 'older':
      return `of an older template (revision ${origin.revision})`
    case 'by-hand':
      return `of no template that was ever attested: edited by hand, from line ${origin.line} of the current one on`
    case 'unknown':
      return `of a template that is not known here: an older revision, or edited by hand, from line ${origin.line} of the current one on`
  }
}

/** `120 people can be sent again, 20 must not`. */
export function againWords({ again: { resend, keep } }: TriageReport): string {
  return `${counted(resend, 'person', 'people')} can be sent again (--resend <file>), ${figure(keep)} must not (--keep <file>)`
}

/** How long a part of the trend is. */
export function stepWords(minutes: number): string {
  if (minutes < 60) return counted(minutes, 'minute')
  if (minutes < 1440) return counted(minutes / 60, 'hour')
  if (minutes < 10_080) return counted(minutes / 1440, 'day')
  return counted(Math.round(minutes / 10_080), 'week')
}

/** `2026-11-26 14:20`, or the day alone where parts are days. */
export function partWords(start: number, stepMinutes: number): string {
  const text = timeText(start, false)
  return stepMinutes >= 1440 ? text.slice(0, 10) : text.slice(0, 16)
}
