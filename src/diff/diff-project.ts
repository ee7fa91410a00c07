import type { Located } from '../base/located-text.ts'
import type { Environment, PinnedAssumption, Project, Secret } from '../model/project.ts'
import type { Change } from './change.ts'
import { NOTHING_FOLLOWS } from './consequence.ts'
import { differenceOf, type Written } from './difference.ts'
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
    ...secrets(base, head),
    ...hosts('allowedHosts', 'public hosts that may be called', base, head),
    ...hosts('privateHosts', 'private hosts that may be called', base, head),
    ...assumptions(base, head),
    ...severities(base, head),
  ]
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
  return [
    {
      id: `project.${id}`,
      kind,
      program: '',
      subject: { kind: 'program' },
      environments: [],
      what,
      steps: [],
      ...difference,
      ...NOTHING_FOLLOWS,
    },
  ]
}

/** Environments that no program is for: those with one are changes of the program. */
function environments(base: Project, head: Project, inUse: ReadonlySet<string>): readonly Change[] {
  const { added, removed } = matchItems(base.environments, head.environments, [
    ({ id }) => id.value,
  ])
  const isUnused = ({ id }: Environment): boolean => !inUse.has(id.value)
  return [
    ...added
      .filter(isUnused)
      .flatMap(({ id }) =>
        value(`environment.${id.value}`, 'environment', 'environment', undefined, id),
      ),
    ...removed
      .filter(isUnused)
      .flatMap(({ id }) =>
        value(`environment.${id.value}`, 'environment', 'environment', id, undefined),
      ),
  ]
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
  const from = new Map(base.pinnedAssumptions.map((pin) => [pin.id.value, pin]))
  const to = new Map(head.pinnedAssumptions.map((pin) => [pin.id.value, pin]))
  const valueOf = (pin: PinnedAssumption | undefined): Located<string> | undefined => pin?.value
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .flatMap((id) => [
      ...value(
        `assumption.${id}`,
        'setting',
        `assumption ${id}`,
        valueOf(from.get(id)),
        valueOf(to.get(id)),
      ),
    ])
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
