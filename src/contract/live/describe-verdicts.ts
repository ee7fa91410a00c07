import { figure } from '../../base/figure.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { LIMITS } from '../../marketo/limits.ts'
import type { UnknownReason } from './call-endpoint.ts'
import { describeCause } from './describe-cause.ts'
import { oddTokens, type FailedLead } from './failed-lead.ts'
import { findCauses } from './find-causes.ts'
import { summarizeLatencies } from './latencies.ts'
import { openRetrial } from './retrial.ts'
import type { SentLead } from './send-leads.ts'
import type { Trial } from './trial.ts'

/** Counts every check, and says of each cause what is wrong and, as far as a few calls tell, with how small a lead. */
export async function describeVerdicts(
  trial: Trial,
  sent: readonly SentLead[],
): Promise<readonly Diagnostic[]> {
  countChecks(trial, sent)
  const { court, caller, personOf, input, assumptions } = trial
  const retrial = openRetrial({ court, caller, personOf })
  const failed = failedLeads(trial, sent)
  const plainFaults = new Set(
    failed.filter(({ odd }) => odd.length === 0).map(({ fault }) => fault.key),
  )
  const answers = new Map(
    sent.flatMap(({ index, call }) =>
      call.status === 'judged' && call.verdict.faults.length > 0
        ? [[index, call.received] as const]
        : [],
    ),
  )
  const context = {
    compiled: input.compiled,
    webhook: input.webhook,
    space: court.space,
    seed: input.seed,
    endpoint: input.endpoint.url,
    assumptions,
    personOf,
    sent: sent.length,
    hidden: court.hidden,
    answerTo: (index: number) => answers.get(index) ?? '',
  }
  const found: Diagnostic[] = []
  for (const cause of await findCauses(failed, plainFaults, retrial.narrow)) {
    const confirmed = cause.isEveryLead
      ? { lead: cause.leads[0], isStable: true }
      : await retrial.confirm(cause)
    if (confirmed.lead === undefined) continue
    found.push(
      describeCause(cause, { lead: confirmed.lead, isStable: confirmed.isStable }, context),
    )
  }
  return [...found, ...slowness(trial, sent), ...unknowns(trial, sent)]
}

function countChecks({ tally }: Trial, sent: readonly SentLead[]): void {
  for (const { call } of sent) {
    if (call.status === 'unknown') continue
    const failed = new Set(call.verdict.faults.map(({ check }) => check))
    for (const check of call.verdict.asked) tally.count(check, !failed.has(check))
  }
}

function failedLeads({ leadAt, court }: Trial, sent: readonly SentLead[]): readonly FailedLead[] {
  return sent.flatMap(({ index, call }) => {
    if (call.status === 'unknown' || call.verdict.faults.length === 0) return []
    const { path, situation } = leadAt(index)
    const odd = oddTokens(court.space, situation)
    return call.verdict.faults.map((fault) => ({ index, path, situation, fault, odd }))
  })
}

/** A third of what Marketo waits: a busy day, and it is over. */
const SLOW = LIMITS.timeoutMilliseconds / 3

/** Without figures, which differ from run to run; the summary has them. */
function slowness({ input: { webhook } }: Trial, sent: readonly SentLead[]): readonly Diagnostic[] {
  const latencies = sent.flatMap(({ call }) =>
    call.status === 'judged' ? [call.milliseconds] : [],
  )
  const summary = summarizeLatencies(latencies)
  if (summary === undefined || summary.percentile95 <= SLOW) return []
  return [
    {
      rule: 'answers-in-time',
      severity: 'warning',
      at: webhook.url.text.at,
      message: `more than one answer in twenty takes longer than ${SLOW / 1000} seconds`,
      effect: `Marketo gives up after ${LIMITS.timeoutMilliseconds / 1000} seconds, and makes few calls at a time: slow answers hold up all webhooks of the subscription`,
      help: 'let the endpoint answer at once and do slow work afterwards',
    },
  ]
}

const REASONS: Readonly<
  Record<UnknownReason, { readonly message: string; readonly help: string }>
> = {
  busy: {
    message: 'the endpoint asks to be called later (429 or 503) however often it is asked',
    help: 'send fewer at a time: --rate 5/s, or a smaller --width',
  },
  gone: {
    message: 'the endpoint stopped answering, even to the plainest lead',
    help: 'see what became of the endpoint, and run the test again',
  },
  interrupted: { message: 'the run was interrupted', help: 'run the test again to its end' },
}

/** Neither passed nor failed: nobody may take it for either. */
function unknowns({ input: { webhook } }: Trial, sent: readonly SentLead[]): readonly Diagnostic[] {
  const counts = new Map<UnknownReason, number>()
  for (const { call } of sent) {
    if (call.status === 'unknown') counts.set(call.reason, (counts.get(call.reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => ({
    rule: 'verdict-known',
    severity: 'warning',
    at: webhook.at,
    message: `nothing is known about ${figure(count)} of ${figure(sent.length)} leads: ${REASONS[reason].message}`,
    effect: 'they have neither passed nor failed',
    help: REASONS[reason].help,
  }))
}
