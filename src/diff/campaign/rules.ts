import type { Located, LocatedText } from '../../base/located-text.ts'
import type { Span } from '../../base/span.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Change, Consequence, Draft } from '../change.ts'
import type { CampaignPair } from '../comparison.ts'
import { additive, retyped } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { matchItems } from '../match-items.ts'
import { contentOf } from '../meaning-of.ts'
import { movedItems } from '../moved-items.ts'
import { filterWords, stepWords, triggerWords } from './rule-words.ts'

/** What differs in who enters: the triggers, which are joined by "or", so that their order means nothing. */
export function compareTriggers(pair: CampaignPair): readonly Draft[] {
  return compareRules(pair, {
    kind: 'trigger',
    step: 'smart-list',
    base: pair.base.triggers,
    head: pair.head.triggers,
    words: triggerWords,
    isOrdered: false,
    follows: (motion) =>
      motion === 'added'
        ? additive('more people enter than before')
        : retyped('human', 'other people enter; each call stays what it was'),
  })
}

/** Advanced logic names filters by their number: then their order means something. */
export function compareFilters(pair: CampaignPair): readonly Draft[] {
  const isNumbered = [pair.base, pair.head].some(({ filterLogic }) =>
    /[0-9]/.test(filterLogic?.value ?? ''),
  )
  const logic = differenceOf(logicOf(pair.base), logicOf(pair.head))
  return [
    ...compareRules(pair, {
      kind: 'filter',
      step: 'smart-list',
      base: pair.base.filters,
      head: pair.head.filters,
      words: filterWords,
      isOrdered: isNumbered,
      follows: () => retyped('human', 'other people enter; each call stays what it was'),
    }),
    ...(logic === undefined
      ? []
      : [
          {
            ...aboutCampaign(pair.id, 'filter-logic', 'smart-list'),
            kind: 'filter' as const,
            what: 'filter logic',
            ...logic,
            ...retyped('human', 'other people enter; each call stays what it was'),
          },
        ]),
  ]
}

/** Filters are joined by "all" where nothing else is said. */
function logicOf({ filterLogic, at }: Campaign): Written {
  return filterLogic ?? { value: 'all', at }
}

/** What differs in what happens, and in which order. */
export function compareFlow(pair: CampaignPair): readonly Draft[] {
  return compareRules(pair, {
    kind: 'flow',
    step: 'flow',
    base: pair.base.flow,
    head: pair.head.flow,
    words: stepWords,
    isOrdered: true,
    follows: () => retyped('human', 'something else happens to who enters'),
  })
}

interface Rule {
  readonly id: LocatedText
  readonly at: Span
}

interface Rules<T extends Rule> {
  readonly kind: 'trigger' | 'filter' | 'flow'
  readonly step: string
  readonly base: readonly T[]
  readonly head: readonly T[]
  readonly words: (rule: T) => string
  readonly isOrdered: boolean
  readonly follows: (motion: Change['motion']) => Consequence
}

/** A rule keeps its id; one whose id has changed and nothing else is the same rule. */
function compareRules<T extends Rule>({ id }: CampaignPair, rules: Rules<T>): readonly Draft[] {
  const { kind, step, base, head, words, isOrdered, follows } = rules
  const { kept, added, removed } = matchItems(base, head, [
    (rule) => rule.id.value,
    (rule) => contentOf(rule, 'id'),
  ])
  const draft = (from: T | undefined, to: T | undefined): readonly Draft[] => {
    const difference = differenceOf(written(from, words), written(to, words))
    if (difference === undefined) return []
    const rule = (to ?? from)?.id.value ?? ''
    return [
      {
        ...aboutCampaign(id, `${kind}.${rule}`, step),
        kind,
        what: `${RULE_WORDS[kind]} ${rule}`,
        ...difference,
        ...follows(difference.motion),
      },
    ]
  }
  const moved = isOrdered
    ? movedItems(
        kept.map(([from]) => from),
        base,
      )
    : []
  return [
    ...kept.flatMap(([from, to]) => draft(from, to)),
    ...added.flatMap((rule) => draft(undefined, rule)),
    ...removed.flatMap((rule) => draft(rule, undefined)),
    ...kept.flatMap(([from, to]) =>
      moved.includes(from)
        ? [
            {
              ...aboutCampaign(id, `${kind}.${to.id.value}.place`, step),
              kind,
              motion: 'moved' as const,
              what: `${RULE_WORDS[kind]} ${to.id.value}`,
              before: `number ${base.indexOf(from) + 1}`,
              after: `number ${head.indexOf(to) + 1}`,
              at: to.at,
              wasAt: from.at,
              ...follows('moved'),
            },
          ]
        : [],
    ),
  ]
}

const RULE_WORDS = { trigger: 'trigger', filter: 'filter', flow: 'flow step' } as const

function written<T extends Rule>(
  rule: T | undefined,
  words: (rule: T) => string,
): Located<string> | undefined {
  return rule === undefined ? undefined : { value: words(rule), at: rule.at }
}

/** Which campaign a change belongs to, and which act of the set-up has another result. */
export function aboutCampaign(
  campaign: string,
  part: string,
  act: string | undefined,
): Pick<Draft, 'id' | 'subject' | 'steps'> {
  return {
    id: `campaign.${campaign}.${part}`,
    subject: { kind: 'campaign', id: campaign },
    steps: act === undefined ? [] : [`campaign.${campaign}.${act}`],
  }
}
