import type { Environment, Subscription } from '../../model/project.ts'
import type { Draft } from '../change.ts'
import type { ProgramPair, ProgramSide } from '../comparison.ts'
import { additive, endpointFirst, marketoFirst, NOTHING_FOLLOWS, retyped } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'

/** What differs in the environment itself: where in Marketo the program lives. */
export function compareEnvironment({ base, head }: ProgramPair): readonly Draft[] {
  const [from, to] = [base.compiled.program, head.compiled.program]
  const renamed = differenceOf(from.environment.id, to.environment.id)
  return [
    ...(renamed === undefined
      ? []
      : [
          {
            ...about(head, 'id'),
            what: 'id of the environment',
            ...renamed,
            motion: 'renamed' as const,
            ...(to.home === undefined
              ? NOTHING_FOLLOWS
              : retyped('api', 'the program in Marketo is called so')),
          },
        ]),
    ...PARTS.flatMap(({ part, what, written, isElsewhere }) => {
      const difference = differenceOf(
        written(from.environment, from.subscription),
        written(to.environment, to.subscription),
      )
      if (difference === undefined) return []
      const consequence = isElsewhere
        ? endpointFirst('everything is set up again in another place')
        : NOTHING_FOLLOWS
      return [{ ...about(head, part), what, ...difference, ...consequence }]
    }),
  ]
}

const PARTS: readonly {
  readonly part: string
  readonly what: string
  readonly written: (environment: Environment, subscription: Subscription) => Written | undefined
  readonly isElsewhere: boolean
}[] = [
  {
    part: 'subscription',
    what: 'subscription of the environment',
    written: ({ subscription }) => subscription,
    isElsewhere: true,
  },
  {
    part: 'munchkin',
    what: 'Munchkin id of the subscription',
    written: (_, { munchkin }) => munchkin,
    isElsewhere: true,
  },
  {
    part: 'workspace',
    what: 'workspace of the environment',
    written: ({ workspace }) => workspace,
    isElsewhere: true,
  },
  {
    part: 'region',
    what: 'region of the environment',
    written: ({ region }) => region,
    isElsewhere: false,
  },
  {
    part: 'business-unit',
    what: 'business unit of the environment',
    written: ({ businessUnit }) => businessUnit,
    isElsewhere: false,
  },
  {
    part: 'stage',
    what: 'stage of the subscription',
    written: (_, { stage }) => stage,
    isElsewhere: false,
  },
  {
    part: 'promotion',
    what: 'promotion of the subscription',
    written: (_, { promotesFrom }) => promotesFrom,
    isElsewhere: false,
  },
]

/** A program for one more environment, or for one fewer: one change, whatever is set up there. */
export function wholeEnvironment(side: ProgramSide, motion: 'added' | 'removed'): Draft {
  const { environment } = side.compiled.program
  const isAdded = motion === 'added'
  const words = environmentWords(side)
  return {
    ...about(side, motion),
    motion,
    what: `environment ${environment.id.value}`,
    before: isAdded ? undefined : words,
    after: isAdded ? words : undefined,
    at: isAdded ? environment.id.at : undefined,
    wasAt: isAdded ? undefined : environment.id.at,
    ...(isAdded
      ? additive(
          'the endpoint must know it before campaigns call',
          ['receiver', 'api', 'human'],
          'endpoint-first',
        )
      : marketoFirst('campaigns are deactivated before the endpoint forgets it', [
          'receiver',
          'api',
          'human',
        ])),
  }
}

function environmentWords({ compiled }: ProgramSide): string {
  const { environment, subscription } = compiled.program
  const { workspace, region, businessUnit } = environment
  const parts = [
    `${subscription.id.value} (${subscription.stage.value})`,
    ...(workspace === undefined ? [] : [`workspace ${workspace.value}`]),
    ...(region === undefined ? [] : [`region ${region.value}`]),
    ...(businessUnit === undefined ? [] : [`business unit ${businessUnit.value}`]),
  ]
  return parts.join(', ')
}

function about(
  { compiled }: ProgramSide,
  part: string,
): Pick<Draft, 'id' | 'subject' | 'steps' | 'kind'> {
  return {
    id: `environment.${compiled.program.environment.id.value}.${part}`,
    subject: { kind: 'program' },
    steps: [],
    kind: 'environment',
  }
}
