import type { Located } from '../base/located-text.ts'
import type { Environment, Project, Secret } from '../model/project.ts'
import type { Change } from './change.ts'
import { NOTHING_FOLLOWS } from './consequence.ts'
import { differenceOf, type Written } from './difference.ts'
import { otherDifferences } from './other-keys.ts'
import { matchItems } from './match-items.ts'

/** What differs in the project file and belongs to no program: nobody in Marketo has anything to do for it. */
export function diffProject(
  base: Project | undefined,
  head: Project | undefined,
  inUse: ReadonlySet<string>,
): readonly Change[] {
  if (base === undefined || head === undefined) return []
  return [
    ...value('name', 'text', 'name of the project', base.name, head.name),
    ...environments(base, head, inUse),
    ...subscriptions(base, head, inUse),
    ...secrets(base, head),
    ...hosts('allowedHosts', 'public hosts that may be called', base, head),
    ...hosts('privateHosts', 'private hosts that may be called', base, head),
    ...assumptions(base, head),
    ...severities(base, head),
    ...others(base, head),
  ]
}

/** The parts of a project that have words of their own, here or in the programs that they are merged into. */
const TOLD: readonly (keyof Project)[] = [
  'file',
  'name',
  'owner',
  'alerts',
  'subscriptions',
  'environments',
  'secrets',
  'pinnedAssumptions',
  'allowedHosts',
  'privateHosts',
  'severities',
]

function others(base: Project, head: Project): readonly Change[] {
  return otherDifferences(base, head, TOLD).map(({ key, ...difference }) => ({
    ...ofProject(key, 'setting', key),
    ...difference,
    ...NOTHING_FOLLOWS,
  }))
}

function value(
  id: string,
  kind: 'text' | 'setting' | 'environment',
  what: string,
  from: Written | undefined,
  to: Written | undefined,
): readonly Change[] {
  const difference = differenceOf(from, to)
  if (difference === undefined) return []
  return [{ ...ofProject(id, kind, what), ...difference, ...NOTHING_FOLLOWS }]
}

function ofProject(
  id: string,
  kind: 'text' | 'setting' | 'environment',
  what: string,
): Pick<Change, 'id' | 'kind' | 'program' | 'subject' | 'environments' | 'what' | 'steps'> {
  const subject = { kind: 'program' } as const
  return { id: `project.${id}`, kind, program: '', subject, environments: [], what, steps: [] }
}

/** Environments that no program is for: those of programs are changes of the program. */
function environments(base: Project, head: Project, inUse: ReadonlySet<string>): readonly Change[] {
  const unused = (project: Project): ReadonlyMap<string, Written> =>
    new Map(
      project.environments
        .filter(({ id }) => !inUse.has(id.value))
        .map((environment) => [environment.id.value, environmentWords(environment)]),
    )
  return byName('environment', 'environment', unused(base), unused(head))
}

function environmentWords(environment: Environment): Written {
  const { id, subscription, workspace, region, businessUnit } = environment
  return { value: listed([subscription, workspace, region, businessUnit]), at: id.at }
}

/** Subscriptions in which there is no program: those of programs are told with their environments. */
function subscriptions(
  base: Project,
  head: Project,
  inUse: ReadonlySet<string>,
): readonly Change[] {
  const used = new Set(
    [...base.environments, ...head.environments]
      .filter(({ id }) => inUse.has(id.value))
      .map(({ subscription }) => subscription.value),
  )
  const unused = (project: Project): ReadonlyMap<string, Written> =>
    new Map(
      project.subscriptions
        .filter(({ id }) => !used.has(id.value))
        .map(({ id, stage, munchkin, promotesFrom }) => [
          id.value,
          { value: listed([stage, munchkin, promotesFrom]), at: id.at },
        ]),
    )
  return byName('subscription', 'environment', unused(base), unused(head))
}

function listed(parts: readonly (Located<string> | undefined)[]): string {
  return parts.flatMap((part) => (part === undefined ? [] : [part.value])).join(', ')
}

function byName(
  what: string,
  kind: 'setting' | 'environment',
  from: ReadonlyMap<string, Written>,
  to: ReadonlyMap<string, Written>,
): readonly Change[] {
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .flatMap((id) => value(`${what}.${id}`, kind, `${what} ${id}`, from.get(id), to.get(id)))
}

/** What people read of a secret; that it is rotated is a change of the programs that use it. */
function secrets(base: Project, head: Project): readonly Change[] {
  const { kept, added, removed } = matchItems(base.secrets, head.secrets, [({ id }) => id.value])
  const parts = ['purpose', 'owner', 'rotateEvery', 'overlap'] as const
  return [
    ...added.flatMap(({ id }) => value(`secret.${id.value}`, 'setting', 'secret', undefined, id)),
    ...removed.flatMap(({ id }) => value(`secret.${id.value}`, 'setting', 'secret', id, undefined)),
    ...kept.flatMap(([from, to]: readonly [Secret, Secret]) =>
      parts.flatMap((part) => {
        const id = to.id.value
        return value(
          `secret.${id}.${part}`,
          'text',
          `${part} of the secret ${id}`,
          from[part],
          to[part],
        )
      }),
    ),
  ]
}

function hosts(
  list: 'allowedHosts' | 'privateHosts',
  what: string,
  base: Project,
  head: Project,
): readonly Change[] {
  const { added, removed } = matchItems(base[list], head[list], [(host) => host.value])
  return [
    ...added.flatMap((host) => value(`${list}.${host.value}`, 'setting', what, undefined, host)),
    ...removed.flatMap((host) => value(`${list}.${host.value}`, 'setting', what, host, undefined)),
  ]
}

function assumptions(base: Project, head: Project): readonly Change[] {
  const pinned = ({ pinnedAssumptions }: Project): ReadonlyMap<string, Written> =>
    new Map(pinnedAssumptions.map((pin) => [pin.id.value, pin.value]))
  return byName('assumption', 'setting', pinned(base), pinned(head))
}

function severities(base: Project, head: Project): readonly Change[] {
  const at = { file: head.file, start: 0, end: 0 }
  const written = (severity: string | undefined): Written | undefined =>
    severity === undefined ? undefined : { value: severity, at }
  const rules = new Set([...Object.keys(base.severities), ...Object.keys(head.severities)])
  return [...rules].sort().flatMap((rule) => {
    const [from, to] = [base.severities[rule], head.severities[rule]]
    return value(
      `severity.${rule}`,
      'setting',
      `severity of the rule ${rule}`,
      written(from),
      written(to),
    )
  })
}
