import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Entry, Project, Secret } from '../model/project.ts'
import { daysBetween, isDay } from '../model/review.ts'
import { DAYS_TO_ROTATE } from './due-secret.ts'
import type { IsUsed } from './used-secrets.ts'

/** What is to be said of the secrets of a project on a day. */
export function checkSecrets({ secrets }: Project, today: string): readonly Diagnostic[] {
  return secrets.flatMap((secret) => [
    ...secret.expires.flatMap((entry) => checkExpiry(secret, entry, today)),
    ...withoutExpiry(secret),
  ])
}

/** Of the secrets that are sent, those that end soon or have ended: what a check of definitions says on a day. */
export function checkExpiries(
  { secrets }: Project,
  { today, isUsed }: { readonly today: string; readonly isUsed: IsUsed },
): readonly Diagnostic[] {
  return secrets.flatMap((secret) =>
    secret.expires
      .filter(({ key, value }) => isDay(value.value) && isUsed(secret.id.value, key.value))
      .flatMap((entry) => checkExpiry(secret, entry, today)),
  )
}

function checkExpiry(secret: Secret, { key, value }: Entry, today: string): readonly Diagnostic[] {
  const day = value.value
  if (!isDay(day)) {
    const message = `"${day}" is no day of the calendar, so nobody knows when "${secret.id.value}" expires`
    return [found('error', value, message, 'write the day as 2027-02-01')]
  }
  const left = daysBetween(today, day)
  if (left > DAYS_TO_ROTATE) return []
  const what = `"${secret.id.value}" in ${key.value}`
  const help = `rotate it with ${secret.owner?.value ?? 'its owner'}: hookbook rotate ${secret.id.value} --subscription ${key.value}; then write the new day`
  if (left < 0) {
    const message = `${what} expired on ${day}, ${days(-left)} ago`
    return [{ ...found('error', value, message, help), effect: EXPIRED }]
  }
  const when = left === 0 ? 'today' : `in ${days(left)}, on ${day}`
  return [found('warning', value, `${what} expires ${when}`, help)]
}

function days(count: number): string {
  return `${count} day${count === 1 ? '' : 's'}`
}

const EXPIRED = 'the endpoint may refuse every call that carries it'

/** A promise to rotate that nobody can be reminded of. */
function withoutExpiry({ id, rotateEvery, expires, from }: Secret): readonly Diagnostic[] {
  if (rotateEvery === undefined) return []
  const stated = expires.map(({ key }) => key.value)
  return from
    .filter(({ key }) => !stated.includes(key.value))
    .map(({ key }) => {
      const message = `nobody has stated when "${id.value}" in ${key.value} expires`
      return found('info', key, message, `write the day: expires: {${key.value}: 2027-02-01}`)
    })
}

function found(
  severity: Diagnostic['severity'],
  { at }: Pick<Entry['value'], 'at'>,
  message: string,
  help: string,
): Diagnostic {
  return { rule: 'secret-in-time', severity, at, message, help }
}
