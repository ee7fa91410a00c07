import { slug } from '../../base/slug.ts'
import type { MyToken, Program } from '../../model/program.ts'
import type { Draft } from '../change.ts'
import type { ProgramPair } from '../comparison.ts'
import { additive, endpointFirst, retyped } from '../consequence.ts'
import { differenceOf } from '../difference.ts'
import { matchItems } from '../match-items.ts'

/** What differs in the My Tokens of the program. */
export function compareMyTokens({ base, head }: ProgramPair): readonly Draft[] {
  const { kept, added, removed } = matchItems(
    tokensOf(base.compiled.program),
    tokensOf(head.compiled.program),
    [
      ({ name }) => name.value,
      ({ type, value }) => (value.value === '' ? undefined : `${type.value} ${value.value}`),
    ],
  )
  return [
    ...kept.flatMap(([from, to]) => compareToken(from, to)),
    ...added.map((token) => wholeToken(token, 'added')),
    ...removed.map((token) => wholeToken(token, 'removed')),
  ]
}

function tokensOf({ home }: Program): readonly MyToken[] {
  return home?.tokens ?? []
}

function wholeToken(token: MyToken, motion: 'added' | 'removed'): Draft {
  const isAdded = motion === 'added'
  return {
    ...about(token, isAdded ? [stepOf(token)] : []),
    motion,
    what: `My Token ${token.name.value}`,
    before: isAdded ? undefined : token.value.value,
    after: isAdded ? token.value.value : undefined,
    at: isAdded ? token.name.at : undefined,
    wasAt: isAdded ? undefined : token.name.at,
    ...(isAdded
      ? additive('it must be there before something uses it', ['api'])
      : retyped('api', 'nothing may use it any more')),
  }
}

function compareToken(from: MyToken, to: MyToken): readonly Draft[] {
  const name = differenceOf(from.name, to.name)
  const type = differenceOf(from.type, to.type)
  const value = differenceOf(from.value, to.value)
  const { id, ...rest } = about(to, [stepOf(to)])
  return [
    ...(name === undefined
      ? []
      : [
          {
            ...rest,
            id: `${id}.name`,
            what: 'name of a My Token',
            ...name,
            motion: 'renamed' as const,
            ...retyped('api', 'what uses it must follow'),
          },
        ]),
    ...(type === undefined
      ? []
      : [
          {
            ...rest,
            id: `${id}.type`,
            what: `type of the My Token ${to.name.value}`,
            ...type,
            ...endpointFirst('its value may be written in another way', ['receiver', 'api']),
          },
        ]),
    ...(value === undefined
      ? []
      : [
          {
            ...rest,
            id,
            what: `My Token ${to.name.value}`,
            ...value,
            ...additive('another value, in the same place', ['api']),
          },
        ]),
  ]
}

function stepOf({ name }: MyToken): string {
  return `program.token.${slug(name.value)}`
}

function about(
  token: MyToken,
  steps: readonly string[],
): Pick<Draft, 'id' | 'subject' | 'steps' | 'kind'> {
  const subject = { kind: 'program' } as const
  return { id: `my-token.${slug(token.name.value)}`, subject, steps, kind: 'my-token' }
}
