import { chanceOf, drawnAt } from '../../base/chance.ts'
import { leadSpace, type VariedToken } from '../../contract/lead-space.ts'
import { fitPlain } from '../../contract/fit-plain.ts'
import { checkSubject } from '../../contract/check-subject.ts'
import type { CheckSubject } from '../../contract/check.ts'
import { pinnedValues } from '../../contract/pinned-values.ts'
import { schemaBounds, tokenKeywords } from '../../contract/schema-bounds.ts'
import { isStorable } from '../../contract/stored-value.ts'
import { VALUE_CLASSES } from '../../contract/value-classes.ts'
import { sentAssumptions } from '../../compile/sent-assumptions.ts'
import { assumptionSets } from '../../marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import type { Situation } from '../../emulate/call.ts'
import type { Revision } from '../revision.ts'
import { mentionedValues } from './mentioned-values.ts'
import { textsBetween } from '../subset/pattern-language.ts'

/** One lead as both revisions see it: what people hold is the same, what a definition says may not be. */
export interface PairedLead {
  readonly before: Situation
  readonly after: Situation
}

/** By token key: what a lead holds that differs from the plain one. */
export type LeadValues = ReadonlyMap<string, TokenValue>

export interface PairedSpace {
  readonly tokens: readonly VariedToken[]
  readonly worlds: readonly AssumptionSet[]
  readonly before: CheckSubject
  readonly after: CheckSubject
  /** A lead that the old schema takes, where one can be found, with other values in it. */
  readonly leadWith: (values: LeadValues) => PairedLead
  /** Values of each token, those at the bounds of the schemas first. */
  readonly valuesOf: (token: VariedToken) => readonly TokenValue[]
}

/** What both revisions of a webhook can be called with. */
export function pairedSpace(before: Revision, after: Revision): PairedSpace {
  const subjects = { before: checkSubject(before.webhook), after: checkSubject(after.webhook) }
  const ids = [...sentAssumptions(before.webhook), ...sentAssumptions(after.webhook)]
  const worlds = assumptionSets([...new Set(ids)], pinnedValues(after.compiled))
  const usual = worlds[0] ?? {}
  const old = fitPlain(leadSpace(before.webhook, before.compiled.program), subjects.before, usual)
  const young = leadSpace(after.webhook, after.compiled.program)
  const tokens = [
    ...new Map([...young.tokens, ...old.tokens].map((token) => [token.use.key, token])).values(),
  ]
  const plain = new Map(
    tokens.map(({ use: { key } }) => [key, old.plain.get(key) ?? young.plain.get(key) ?? null]),
  )
  return {
    tokens,
    worlds,
    ...subjects,
    leadWith: (values) => ({
      before: new Map([...old.plain, ...plain, ...values]),
      after: new Map([...young.plain, ...plain, ...values]),
    }),
    valuesOf: (token) => tokenValues(token, subjects),
  }
}

type Subjects = Pick<PairedSpace, 'before' | 'after'>

function tokenValues(token: VariedToken, { before, after }: Subjects): readonly TokenValue[] {
  const bounds = [before, after].flatMap((subject) =>
    schemaBounds(subject, token).flatMap(({ values }) => values),
  )
  const classes = VALUE_CLASSES.flatMap(({ values }) => values(token.field))
  const old = mentionedValues(before.webhook.request)
  const mentioned = mentionedValues(after.webhook.request)
  const news = mentioned.filter((value) => !old.includes(value))
  const between = betweenPatterns(token, before, after)
  const candidates = [null, ...news, ...bounds, ...between, ...old, ...mentioned, ...classes]
  return [...new Set(candidates.filter((value) => isStorable(token.field, value)))]
}

/** Texts that an old pattern allows and a new one does not: by luck alone nobody finds them. */
function betweenPatterns(
  token: VariedToken,
  before: CheckSubject,
  after: CheckSubject,
): readonly TokenValue[] {
  const patternsOf = (subject: CheckSubject): readonly string[] =>
    tokenKeywords(subject, token).flatMap(({ keyword, value }) =>
      keyword === 'pattern' && typeof value === 'string' ? [value] : [],
    )
  const old = patternsOf(before)
  return patternsOf(after)
    .filter((pattern) => !old.includes(pattern))
    .flatMap((pattern) =>
      (old.length === 0 ? [ANY_TEXT] : old).flatMap((inner) => textsBetween(inner, pattern)),
    )
}

const ANY_TEXT = '^.+$'

/** How many leads are drawn that have several odd values at once. */
const DRAWN = 1_500

/** Values with two of their tokens at a bound are tried up to so many. */
const MOST_PAIRS = 4_000

/** Leads from the simplest on: the plain one, one value at a time, two at a time, and many by chance. */
export function* leadsOf(space: PairedSpace): Generator<LeadValues> {
  const pools = space.tokens.map((token) => ({ key: token.use.key, values: space.valuesOf(token) }))
  yield new Map()
  yield new Map(pools.flatMap(({ key, values }) => (values.includes(null) ? [[key, null]] : [])))
  for (const { key, values } of pools) for (const value of values) yield new Map([[key, value]])
  yield* pairs(pools)
  for (let nth = 0; nth < DRAWN && pools.length > 1; nth++) {
    const chance = chanceOf(1, nth)
    yield new Map(
      pools.flatMap(({ key, values }, column) => {
        const drawn = drawnAt(chance, column)
        const value = values[Math.floor(drawn / 4) % Math.max(1, values.length)]
        return value === undefined || drawn % 4 === 0 ? [] : [[key, value]]
      }),
    )
  }
}

interface Pool {
  readonly key: string
  readonly values: readonly TokenValue[]
}

function* pairs(pools: readonly Pool[]): Generator<LeadValues> {
  const couples = pools.flatMap((one, nth) =>
    pools.slice(nth + 1).map((other) => [one, other] as const),
  )
  const each = Math.max(2, Math.floor(Math.sqrt(MOST_PAIRS / Math.max(1, couples.length))))
  for (const [one, other] of couples) yield* pairsOf(firstOf(one, each), firstOf(other, each))
}

function firstOf({ key, values }: Pool, count: number): Pool {
  return { key, values: values.slice(0, count) }
}

function* pairsOf(one: Pool, other: Pool): Generator<LeadValues> {
  for (const value of one.values) {
    for (const second of other.values) {
      yield new Map([
        [one.key, value],
        [other.key, second],
      ])
    }
  }
}
