import type { Entry, Secret } from '../../model/project.ts'
import type { Draft } from '../change.ts'
import type { ProgramPair, ProgramSide } from '../comparison.ts'
import { endpointFirst } from '../consequence.ts'
import { differenceOf } from '../difference.ts'

/**
 * A secret that a header refers to, and that is another one now in this subscription: it expires on
 * another day, or its value comes from another place. Either way somebody has to follow.
 */
export function compareRotation({ base, head }: ProgramPair): readonly Draft[] {
  const subscription = head.compiled.program.subscription.id.value
  return used(head).flatMap((id) => {
    const [from, to] = [secretOf(base, id), secretOf(head, id)]
    if (from === undefined || to === undefined) return []
    const expires = differenceOf(
      entryOf(from.expires, subscription),
      entryOf(to.expires, subscription),
    )
    const source = differenceOf(entryOf(from.from, subscription), entryOf(to.from, subscription))
    const about = {
      subject: { kind: 'program' },
      kind: 'secret',
      steps: stepsOf(head, id),
    } as const
    return [
      ...(expires === undefined
        ? []
        : [
            {
              ...about,
              id: `secret.${id}.expires`,
              what: `last day of the secret ${id}`,
              ...expires,
              ...ROTATED,
            },
          ]),
      ...(source === undefined
        ? []
        : [
            {
              ...about,
              id: `secret.${id}.from`,
              what: `where the secret ${id} comes from`,
              ...source,
              ...ROTATED,
            },
          ]),
    ]
  })
}

const ROTATED = endpointFirst('the endpoint accepts both values until the header holds the new one')

/** The secrets that headers refer to. */
function used({ compiled }: ProgramSide): readonly string[] {
  const ids = compiled.webhooks.flatMap(({ headers }) =>
    headers.flatMap((header) => (header.kind === 'secret' ? [header.secret] : [])),
  )
  return [...new Set(ids)].sort()
}

function stepsOf({ compiled }: ProgramSide, secret: string): readonly string[] {
  return compiled.webhooks
    .filter(({ headers }) =>
      headers.some((header) => header.kind === 'secret' && header.secret === secret),
    )
    .map(({ id }) => `webhook.${id}.headers`)
}

function secretOf({ project }: ProgramSide, id: string): Secret | undefined {
  return project.secrets.find((secret) => secret.id.value === id)
}

function entryOf(entries: readonly Entry[], key: string): Entry['value'] | undefined {
  return entries.find((entry) => entry.key.value === key)?.value
}
