import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { Entry, Project, Secret } from '../../model/project.ts'
import { daysBetween, isDay } from '../../model/review.ts'
import { plural } from '../../report/summary.ts'

/** So long before it expires a rotation has to begin: owner, endpoint and admin have to find a day. */
const DAYS_TO_ROTATE = 14

/** So long before, it is worth a line. */
const DAYS_TO_PLAN = 30

/** What is to be said of the secrets of a project on a day. */
export function checkSecrets({ secrets }: Project, today: string): readonly Diagnostic[] {
  return secrets.flatMap((secret) => [
    ...secret.expires.flatMap((entry) => checkExpiry(secret, entry, today)),
    ...withoutExpiry(secret),
  ])
}

function checkExpiry(secret: Secret, { key, value }: Entry, today: string): readonly Diagnostic[] {
  const day = value.value
  if (!isDay(day)) {
    const message = `"${day}" is no day of the calendar, so nobody knows when "${secret.id.value}" expires`
    return [found('error', value, message, 'write the day as 2027-02-01')]
  }
  const left = daysBetween(today, day)
  if (left > DAYS_TO_PLAN) return []
  const who = secret.owner === undefined ? 'its owner' : secret.owner.value
  const help = `rotate it with ${who}: the section "Rotate" of the runbook; then write the new day`
  const what = `"${secret.id.value}" in ${key.value}`
  if (left < 0) {
    const message = `${what} expired on ${day}, ${plural(-left, 'day')} ago`
    return [{ ...found('error', value, message, help), effect: EXPIRED }]
  }
  const when = left === 0 ? 'today' : `in ${plural(left, 'day')}, on ${day}`
  return [found(left > DAYS_TO_ROTATE ? 'info' : 'warning', value, `${what} expires ${when}`, help)]
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
