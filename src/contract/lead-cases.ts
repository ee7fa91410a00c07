import fc from 'fast-check'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Situation } from '../emulate/call.ts'
import { fixtureSituation } from '../emulate/fixture-situation.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Program } from '../model/program.ts'
import { withValues, type LeadSpace, type VariedToken } from './lead-space.ts'
import { realisticValues } from './realistic-values.ts'
import { fitText } from './stored-value.ts'
import { VALUE_CLASSES } from './value-classes.ts'

/** A lead to be tested, with a path by which it can be made again. */
export interface LeadCase {
  readonly path: string
  readonly situation: Situation
}

/** Before any chance: the plain lead, the one that has nothing, every fixture lead, and every token with every class of values. */
export function fixedCases(
  space: LeadSpace,
  webhook: CompiledWebhook,
  program: Program,
  leads: readonly LeadFixture[],
): readonly LeadCase[] {
  const nothing = space.tokens.flatMap(({ use, field }) =>
    field.isAlwaysSet ? [] : [[use.key, null] as const],
  )
  return [
    { path: 'plain', situation: space.plain },
    { path: 'nothing', situation: withValues(space, nothing) },
    ...leads.map(({ name, values }) => ({
      path: `lead/${name}`,
      situation: fixtureSituation(webhook, program, values),
    })),
    ...space.tokens.flatMap((token, index) => sweep(space, token, index)),
  ]
}

function sweep(space: LeadSpace, { use, field }: VariedToken, index: number): readonly LeadCase[] {
  return VALUE_CLASSES.flatMap((valueClass) =>
    valueClass.values(field).map((value, nth) => ({
      path: `token/${index}/${valueClass.id}/${nth}`,
      situation: withValues(space, [[use.key, stored(value, { use, field })]]),
    })),
  )
}

/** Mixed leads, usual and awkward values side by side; the same seed gives the same leads, however many are drawn. */
export function randomCases(space: LeadSpace, seed: number, count: number): readonly LeadCase[] {
  if (count === 0 || space.tokens.length === 0) return []
  const lead = fc.tuple(...space.tokens.map((token) => anyValue(token, seed)))
  return fc.sample(lead, { seed, numRuns: count }).map((values, index) => ({
    path: `random/${index}`,
    situation: withValues(
      space,
      space.tokens.map(({ use }, nth) => [use.key, values[nth] ?? null] as const),
    ),
  }))
}

function anyValue(token: VariedToken, seed: number): fc.Arbitrary<TokenValue> {
  const usual = realisticValues(token.field, seed)
  const awkward = VALUE_CLASSES.flatMap((valueClass) =>
    valueClass.values(token.field).map((value) => stored(value, token)),
  )
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 2, arbitrary: fc.constantFrom(...(awkward.length === 0 ? usual : awkward)) },
  )
}

function stored(value: TokenValue, { field }: VariedToken): TokenValue {
  return typeof value === 'string' ? fitText(field, value) : value
}

/** The one case of a path, or undefined for a path that this webhook does not have. */
export function caseAt(
  path: string,
  fixed: readonly LeadCase[],
  space: LeadSpace,
  seed: number,
): LeadCase | undefined {
  const index = /^random\/(\d{1,9})$/.exec(path)?.[1]
  if (index === undefined) return fixed.find((lead) => lead.path === path)
  return randomCases(space, seed, Number(index) + 1).at(-1)
}
