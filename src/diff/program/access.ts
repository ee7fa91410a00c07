import type { LaunchPoint } from '../../model/program.ts'
import type { Draft } from '../change.ts'
import type { ProgramPair } from '../comparison.ts'
import { additive, endpointFirst, marketoFirst } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'

interface AccessPart {
  readonly part: string
  readonly what: string
  readonly written: (launchpoint: LaunchPoint) => Written
  readonly step: string
}

const PARTS: readonly AccessPart[] = [
  {
    part: 'service',
    what: 'LaunchPoint service',
    written: ({ service }) => service,
    step: 'access.service',
  },
  { part: 'user', what: 'API user', written: ({ user }) => user, step: 'access.user' },
  { part: 'role', what: 'API role', written: ({ role }) => role.name, step: 'access.role' },
  {
    part: 'permissions',
    what: 'permissions of the API role',
    written: ({ role, at }) => ({
      value: role.permissions
        .map(({ value }) => value)
        .sort()
        .join(', '),
      at: role.permissions[0]?.at ?? at,
    }),
    step: 'access.role',
  },
]

/** What differs in what an endpoint needs that answers through the REST API. */
export function compareAccess({ base, head }: ProgramPair): readonly Draft[] {
  const [from, to] = [base.compiled.program.launchpoint, head.compiled.program.launchpoint]
  if (from === undefined || to === undefined) return wholeAccess(from, to)
  return PARTS.flatMap(({ part, what, written, step }) => {
    const difference = differenceOf(written(from), written(to))
    if (difference === undefined) return []
    return [
      {
        ...about(part, [step]),
        what,
        ...difference,
        ...endpointFirst('the endpoint writes back with it'),
      },
    ]
  })
}

function wholeAccess(from: LaunchPoint | undefined, to: LaunchPoint | undefined): readonly Draft[] {
  const difference = differenceOf(from?.service, to?.service)
  if (difference === undefined) return []
  const steps =
    to === undefined ? [] : ['access.role', 'access.user', 'access.service', 'access.credentials']
  const consequence =
    to === undefined
      ? marketoFirst('the endpoint must not need it any more')
      : additive('the endpoint needs its credentials to write back', ['receiver', 'human'])
  return [
    { ...about('service', steps), what: 'LaunchPoint service', ...difference, ...consequence },
  ]
}

function about(
  part: string,
  steps: readonly string[],
): Pick<Draft, 'id' | 'subject' | 'steps' | 'kind'> {
  return { id: `access.${part}`, subject: { kind: 'program' }, steps, kind: 'access' }
}
