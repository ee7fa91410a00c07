import type { SentWebhook } from '../../compile/compiled-program.ts'
import type { Court } from '../../contract/judge.ts'
import type { BuiltRequest, RenderedToken } from '../../emulate/build-request.ts'
import type { Situation } from '../../emulate/call.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { ASSUMPTIONS } from '../../marketo/assumptions/assumptions.ts'
import { buildIn, usualWorld } from './build-in.ts'

/** An assumption that is not pinned, and what another answer to it would change in this request. */
export interface OpenQuestion {
  readonly id: string
  readonly question: string
  /** The answer that the shown request rests on. */
  readonly assumed: string
  readonly otherwise: readonly OtherAnswer[]
}

export interface OtherAnswer {
  readonly value: string
  readonly changes: readonly Change[]
}

/** What becomes of one token, or of the request as a whole. */
export interface Change {
  /** The token as written; undefined where something else changes. */
  readonly raw: string | undefined
  readonly shown: string
  readonly otherwise: string
}

/** Every assumption that can be answered in another way with another request for these values, one at a time. */
export function openQuestions(
  court: Court<SentWebhook>,
  situation: Situation,
): readonly OpenQuestion[] {
  const usual = usualWorld(court)
  const shown = buildIn(court, situation, usual)
  return ASSUMPTIONS.flatMap(({ id, question, values }) => {
    const otherwise = values
      .filter((value) => value !== usual[id] && isPossible(court, id, value))
      .map((value) => {
        const world: AssumptionSet = { ...usual, [id]: value }
        return { value, changes: changesBetween(shown, buildIn(court, situation, world)) }
      })
      .filter(({ changes }) => changes.length > 0)
    return otherwise.length === 0 ? [] : [{ id, question, assumed: usual[id] ?? '', otherwise }]
  })
}

function isPossible({ worlds }: Court<SentWebhook>, id: string, value: string): boolean {
  return worlds.some(({ assumptions }) => assumptions[id] === value)
}

function changesBetween(before: BuiltRequest, after: BuiltRequest): readonly Change[] {
  if (before.status === 'refused' || after.status === 'refused') {
    return before.status === after.status ? [] : [{ raw: undefined, ...fates(before, after) }]
  }
  const pairs: readonly (readonly [Place, Place])[] = placesOf(before).map((place, nth) => [
    place,
    placesOf(after)[nth] ?? { text: '', tokens: [] },
  ])
  const inTokens = pairs.flatMap(([one, other]) => changedTokens(one, other))
  if (inTokens.length > 0) return inTokens
  return pairs
    .filter(([one, other]) => one.text !== other.text)
    .map(([one, other]) => ({ raw: undefined, shown: one.text, otherwise: other.text }))
}

function fates(before: BuiltRequest, after: BuiltRequest): Omit<Change, 'raw'> {
  const fate = ({ status }: BuiltRequest): string =>
    status === 'refused' ? 'no request at all' : 'a request'
  return { shown: fate(before), otherwise: fate(after) }
}

/** A part of a request that holds tokens. */
interface Place {
  readonly text: string
  readonly tokens: readonly RenderedToken[]
}

function placesOf({
  request,
  tokens,
}: Extract<BuiltRequest, { readonly status: 'built' }>): readonly Place[] {
  return [
    { text: request.url, tokens: tokens.url },
    ...request.headers.map(([, text], nth) => ({ text, tokens: tokens.headers[nth] ?? [] })),
    { text: request.body ?? '', tokens: tokens.body },
  ]
}

/** The same tokens stand in both, in the same order. */
function changedTokens(before: Place, after: Place): readonly Change[] {
  return before.tokens.flatMap((token, nth) => {
    const shown = textOf(before, token)
    const otherwise = textOf(after, after.tokens[nth])
    return shown === otherwise ? [] : [{ raw: token.use.token.raw, shown, otherwise }]
  })
}

function textOf({ text }: Place, token: RenderedToken | undefined): string {
  return token === undefined ? '' : text.slice(token.start, token.end)
}
