import type { PayloadCount } from '../../triage/payload/payload-counter.ts'
import type { ReportedGroup, TriageReport } from '../../triage/triage-report.ts'

/** What a triage says of one webhook. */
export interface WebhookTriage {
  readonly name: string
  readonly program: string | undefined
  readonly page: string | undefined
  readonly groups: readonly ReportedGroup[]
  /** The most first. */
  readonly payloads: readonly PayloadCount[]
}

export function byWebhook({ groups, payloads }: TriageReport): readonly WebhookTriage[] {
  const names = [...new Set(groups.map(({ webhook }) => webhook))]
  return names.map((name) => {
    const own = groups.filter(({ webhook }) => webhook === name)
    return {
      name,
      program: own[0]?.program,
      page: own[0]?.page,
      groups: own,
      payloads: payloads
        .filter(({ webhook }) => webhook === name)
        .toSorted((a, b) => b.calls - a.calls),
    }
  })
}
