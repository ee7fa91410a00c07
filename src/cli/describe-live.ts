import { figure } from '../base/figure.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import { summarizeLatencies } from '../contract/live/latencies.ts'
import type { LiveCounts } from '../contract/live/test-endpoint.ts'
import type { Checked } from '../report/report.ts'

/** The test of a live endpoint in words; figures that differ from run to run stand apart. */
export function describeLive(
  { program, environment, webhook, seed, measured }: ContractResult,
  counts: LiveCounts,
  endpoint: string,
): readonly Checked[] {
  const { sent, unsound, unknown, isInterrupted } = counts
  return [
    ...(unsound === 0
      ? []
      : [{ text: `${count(unsound)} not sent: the checks that need no endpoint refute them` }]),
    ...(isInterrupted
      ? [
          {
            text: `interrupted after ${sent} of ${count(sent + unknown)}: what is said here is partial`,
          },
        ]
      : []),
    {
      text: `${program} ${environment} ${webhook}: ${count(sent)} sent to ${endpoint} from seed ${seed}`,
      milliseconds: measured.milliseconds,
      ...latencyWords(measured.latencies),
    },
  ]
}

function count(leads: number): string {
  return `${figure(leads)} ${leads === 1 ? 'lead' : 'leads'}`
}

function latencyWords(latencies: readonly number[]): Pick<Checked, 'measured'> {
  const summary = summarizeLatencies(latencies)
  if (summary === undefined) return {}
  const { median, percentile95, slowest } = summary
  return {
    measured: `half of the answers within ${round(median)} ms, 95 % within ${round(percentile95)} ms, the slowest ${round(slowest)} ms`,
  }
}

/** Below ten with one decimal: nobody reads more. */
function round(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds))
}
