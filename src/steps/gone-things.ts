import { compareText } from '../base/compare.ts'
import type { KnownState } from './pending-steps.ts'
import type { GoneThing } from './removal-steps.ts'

/** In this order things are taken out: what refers to others first. */
const ORDER: readonly string[] = ['campaign', 'program', 'webhook', 'access', 'field', 'endpoint']

/** Things that are there and that no definition wants, in the order in which they go. */
export function goneThings(known: KnownState, wanted: ReadonlySet<string>): readonly GoneThing[] {
  const things = new Map<string, readonly string[]>()
  for (const step of known.steps.keys()) {
    const id = wanted.has(step) ? undefined : thingOf(step)
    if (id === undefined || hasRest(id, wanted)) continue
    things.set(id, [...(things.get(id) ?? []), step])
  }
  const gone = [...things].map(([id, steps]) => ({ id, name: nameOf(id, known), steps }))
  return withinProgram(gone).sort(
    (a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) || compareText(a.id, b.id),
  )
}

/** Steps whose work is not wanted any more while the thing itself stays: its headers, its schedule. */
export function goneParts(known: KnownState, wanted: ReadonlySet<string>): readonly string[] {
  return [...known.steps.keys()].filter((step) => {
    const id = wanted.has(step) ? undefined : thingOf(step)
    return id !== undefined && hasRest(id, wanted)
  })
}

/** The thing to which a step belongs; undefined for what is left where it is: an empty list does no harm. */
function thingOf(step: string): string | undefined {
  const [kind = '', part = '', rest] = step.split('.')
  if (kind === 'webhook' || kind === 'campaign') return `${kind}.${part}`
  if (kind === 'field') return step
  if (kind === 'access') return 'access'
  if (kind === 'program') return part === 'token' ? step : 'program'
  if (kind !== 'endpoint' || part === 'allowlist') return undefined
  return part === 'secret' ? `endpoint.secret.${rest ?? ''}` : `endpoint.${part}`
}

/** Whether something of the thing is still wanted. */
function hasRest(id: string, wanted: ReadonlySet<string>): boolean {
  const first: Readonly<Record<string, string>> = {
    webhook: `${id}.dialog`,
    campaign: `${id}.create`,
    access: 'access.role',
  }
  const own = first[kindOf({ id })]
  return own !== undefined && wanted.has(own)
}

/** A program takes its campaigns and tokens along. */
function withinProgram(gone: readonly GoneThing[]): GoneThing[] {
  const program = gone.find(({ id }) => id === 'program')
  if (program === undefined) return [...gone]
  const inside = gone.filter(({ id }) => /^(?:program\.token|campaign)\./.test(id))
  const steps = [...program.steps, ...inside.flatMap((thing) => thing.steps)]
  return [
    { ...program, steps },
    ...gone.filter((thing) => thing !== program && !inside.includes(thing)),
  ]
}

function nameOf(id: string, { names }: KnownState): string {
  const [kind, part = '', rest] = id.split('.')
  if (kind === 'endpoint')
    return part === 'secret' ? (rest ?? part) : (names.get(`webhook.${part}`) ?? part)
  if (kind === 'access') return names.get('access.service') ?? 'of this program'
  return names.get(id) ?? rest ?? part
}

function kindOf({ id }: Pick<GoneThing, 'id'>): string {
  return id.slice(0, id.includes('.') ? id.indexOf('.') : undefined)
}
