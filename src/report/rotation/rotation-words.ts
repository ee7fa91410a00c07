import { daysBetween, isDay } from '../../model/review.ts'
import { ACTOR_WORDS } from '../../steps/actor-words.ts'
import { durationWords } from '../../steps/duration-words.ts'
import type { RotationProgress, TrackedStep } from '../../steps/rotation-progress.ts'
import { plural } from '../summary.ts'

/** `crm-sync-key in production expires on 2027-02-01, in 67 days; kept by crm-oncall, rotated every 90 days`. */
export function secretWords({ rotation }: RotationProgress, today: string): string {
  const { secret, subscription, expires } = rotation
  const owner = secret.owner === undefined ? '' : `; kept by ${secret.owner.value}`
  const every =
    secret.rotateEvery === undefined
      ? ''
      : `, rotated every ${durationWords(secret.rotateEvery.value)}`
  return `${secret.id.value} in ${subscription} ${endWords(expires, today)}${owner}${every}`
}

function endWords(expires: string | undefined, today: string): string {
  if (expires === undefined || !isDay(expires)) return 'has no stated end'
  const left = daysBetween(today, expires)
  if (left < 0) return `expired on ${expires}, ${plural(-left, 'day')} ago`
  return left === 0 ? 'expires today' : `expires on ${expires}, in ${plural(left, 'day')}`
}

/** What is to be done next, in a sentence. */
export function nextWords({ steps, rotation, revocable }: RotationProgress): string {
  const next = steps.find(({ done }) => done === undefined)
  if (next === undefined)
    return `everything is done; attest the new value: hookbook attest --env <environment> --step endpoint.secret.${rotation.secret.id.value}`
  const isWaiting = next.step.id.endsWith('.wait') && revocable !== undefined
  const until = isWaiting ? ` (until ${minuteWords(revocable)})` : ''
  return `next: ${stepWords(next)}${until}, ${ACTOR_WORDS[next.step.actor]}`
}

/** `2026-11-28 14:20 UTC`. */
export function minuteWords(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`
}

/** `Set the new value in CRM Lead Sync (lead-sync)`. */
export function stepWords({ step, program }: Pick<TrackedStep, 'step' | 'program'>): string {
  return program === undefined ? step.does : `${step.does} (${program})`
}

/** What `--done` takes: the id without its beginning. */
export function shortId(id: string, secret: string): string {
  return id.slice(`rotate.${secret}.`.length)
}
