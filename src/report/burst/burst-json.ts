import { largestError } from '../../burst/verification.ts'
import type { BurstOutcome, CallCounts } from '../../burst/burst-outcome.ts'
import { stableJson } from '../../base/stable-json.ts'
import { printableJson } from '../printable-json.ts'
import type { BurstReport } from './burst-report.ts'
import { groundsOf, headline } from './burst-words.ts'

/** A burst for programs: times are milliseconds. */
export function burstJson(report: BurstReport): string {
  const { programs, environment, subscription, study, verification, command, toolVersion } = report
  const { burst, shown, bounds, pinned, advice } = study
  return printableJson(
    stableJson({
      formatVersion: 1,
      toolVersion,
      command,
      headline: headline(study),
      programs,
      environment,
      subscription,
      burst,
      concurrency: pinned === undefined ? { status: 'open' } : { status: 'pinned', ...pinned },
      bounds: bounds.map(({ bound, outcome }) => ({
        value: bound.value,
        width: bound.width,
        ...figuresOf(outcome),
      })),
      shown: {
        width: shown.width,
        ...figuresOf(shown),
        webhooks: shown.webhooks.map(({ webhook, ...others }) => ({
          id: burst.webhooks[webhook]?.id,
          name: burst.webhooks[webhook]?.name,
          ...others,
        })),
        timeline: shown.timeline,
      },
      advice,
      grounds: groundsOf(report),
      verification: verification && { ...verification, largestError: largestError(verification) },
    }),
  )
}

function figuresOf({
  drain,
  waits,
  counts,
}: BurstOutcome): CallCounts & Pick<BurstOutcome, 'drain' | 'waits'> {
  return { drain, waits, ...counts }
}
