import { durationWords } from '../../base/duration.ts'
import { figure } from '../../base/figure.ts'
import type { Burst, BurstWebhook } from '../../burst/burst.ts'
import type { WebhookOutcome } from '../../burst/burst-outcome.ts'
import type { BurstStudy } from '../../burst/burst-study.ts'
import { CONCURRENCY, widthWords } from '../../burst/concurrency.ts'
import { latencyWords } from '../../model/latency.ts'
import { TOLERANCE, largestError, type Verification } from '../../burst/verification.ts'
import { assumptionNamed } from '../../marketo/assumptions/assumptions.ts'
import type { BurstReport } from './burst-report.ts'

/** `5,000 leads take between 36 s and 11 min 27 s`. */
export function headline(study: BurstStudy): string {
  const { burst, bounds, shown } = study
  const times = bounds.map(({ outcome }) => outcome.drain)
  const least = durationWords(Math.min(...times))
  const most = durationWords(Math.max(...times))
  const leads = count(burst.leads, 'lead')
  const take = burst.leads === 1 ? 'takes' : 'take'
  const asked = isBetween(study)
    ? `; ${durationWords(shown.drain)} with ${widthWords(shown.width)}`
    : ''
  if (least === most && durationWords(shown.drain) === least) return `${leads} ${take} ${least}`
  if (least === most) return `${leads} ${take} ${least}${asked}`
  return `${leads} ${take} between ${least} and ${most}${asked}`
}

/** True where as many calls at a time were asked for as none of the bounds makes. */
export function isBetween({ bounds, shown }: BurstStudy): boolean {
  return bounds.every(({ bound }) => bound.width !== shown.width)
}

/** Who comes, and when. */
export function burstLine({ programs, environment, study: { burst } }: BurstReport): string {
  const when = burst.over === 0 ? 'all at once' : `evenly over ${durationWords(burst.over)}`
  return `${programs.join(', ')} in ${environment}: ${count(burst.leads, 'lead')}, ${when}`
}

/** What the figures rest on, a sentence each. */
export function groundsOf({ study, subscription }: BurstReport): readonly string[] {
  const { burst, shown } = study
  return [
    concurrencyGround(study),
    ...latencyGrounds(burst),
    'Times of answers are drawn from the log-normal distribution through both figures; the same seed draws the same.',
    'Calls that wait go out by the priority of their campaign (High, Medium, Low), and of equal ones whoever came first; the order among equals is not documented.',
    `Marketo ends a call after ${durationWords(burst.timeout)} and repeats none by itself (assumption "retry").`,
    ...shown.webhooks.flatMap((each) => failureGround(each, burst)),
    ...besideGround(burst, subscription),
  ]
}

function concurrencyGround({ pinned }: BurstStudy): string {
  if (pinned !== undefined)
    return `The assumption "${CONCURRENCY}" is pinned to "${pinned.value}": ${pinned.evidence}.`
  const known = assumptionNamed(CONCURRENCY)?.evidence ?? ''
  return `How many calls the subscription makes at a time is not documented (assumption "${CONCURRENCY}"): ${known}. Pin it in the project file once you have measured it.`
}

const SOURCES: Readonly<Record<BurstWebhook['latencySource'], string>> = {
  given: 'as given with --latency',
  definition: 'as the definition says',
  assumed: "assumed, Adobe's own example, because the definition states no latency",
}

/** Webhooks of which the same is said share a sentence. */
function latencyGrounds({ webhooks }: Burst): readonly string[] {
  const names = new Map<string, string[]>()
  for (const { name, latency, latencySource } of webhooks) {
    const words = `${latencyWords(latency)} (${SOURCES[latencySource]})`
    names.set(words, [...(names.get(words) ?? []), name])
  }
  return [...names].map(([words, those]) => `An answer of ${those.join(', ')}: ${words}.`)
}

function failureGround(
  { webhook, failed, timedOut }: WebhookOutcome,
  { webhooks }: Burst,
): readonly string[] {
  const known = webhooks[webhook]
  if (known === undefined || failed + timedOut === 0) return []
  const { name, failing, retry } = known
  const times = retry.times === 1 ? 'once' : `up to ${retry.times} times`
  const again =
    retry.times === 0
      ? 'no campaign makes a failed one again'
      : `a failed one is made again ${times}, each time after ${durationWords(retry.after)}`
  return [
    `${failing === 0 ? `Some calls of ${name} time out` : `${percent(failing)} of the calls of ${name} fail, as given with --failing`}, and ${again}.`,
  ]
}

function besideGround({ beside, besideEvery }: Burst, subscription: string): readonly string[] {
  if (beside.length === 0 || besideEvery === undefined) return []
  const each = beside.length === 1 ? 'One more campaign' : `${beside.length} more campaigns, each`
  return [
    `${each} of the subscription ${subscription} ${beside.length === 1 ? 'calls' : 'calling'} once every ${durationWords(besideEvery)}, meanwhile (--beside): all webhooks share the connections.`,
  ]
}

/** What ended how, of the calls of the burst. */
export function endingsLine({ shown: { counts } }: BurstStudy): string {
  const { calls, failed, timedOut, repeated } = counts
  return [
    count(calls, 'call'),
    ...(failed === 0 ? [] : [`${figure(failed)} failed`]),
    ...(timedOut === 0 ? [] : [`${figure(timedOut)} timed out`]),
    ...(repeated === 0 ? [] : [`${figure(repeated)} of them made again`]),
    ...(failed + timedOut === 0 ? ['all answered'] : []),
  ].join(', ')
}

/** Calls in a second, over the whole time. */
export function meanRate({ shown }: BurstStudy): number {
  return shown.drain === 0 ? 0 : (shown.counts.calls * 1_000) / shown.drain
}

/** Whose calls they are: those beside the burst are marked. */
export function webhookName({ webhook, isBeside }: WebhookOutcome, { webhooks }: Burst): string {
  const name = webhooks[webhook]?.name ?? ''
  return isBeside ? `${name} (beside the burst)` : name
}

/** How the real run went. */
export function verificationLine(verification: Verification): string {
  const { calls, scale, mostOpen } = verification
  const error = largestError(verification)
  const verdict = error <= TOLERANCE ? 'the simulation agrees' : 'the simulation does not agree'
  return `${count(calls, 'call')} made for real, ${scaleWords(scale)}, at most ${mostOpen} open at the endpoint: ${verdict}, ${percent(error)} off at most`
}

/** `10 times as fast`. */
function scaleWords(scale: number): string {
  if (Math.abs(scale - 1) < 0.005) return 'at the same speed'
  return scale < 1 ? `${rounded(1 / scale)} times as fast` : `${rounded(scale)} times as slow`
}

function rounded(number: number): string {
  return String(Number(number.toPrecision(3)))
}

/** `4.2 %`. */
export function percent(part: number): string {
  return `${Math.round(part * 1_000) / 10} %`
}

/** `5,000 leads`. */
export function count(number: number, noun: string): string {
  return `${figure(number)} ${noun}${number === 1 ? '' : 's'}`
}
