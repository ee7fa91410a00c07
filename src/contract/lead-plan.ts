import { chanceOf, drawnAt } from '../base/chance.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Situation } from '../emulate/call.ts'
import { fixtureSituation } from '../emulate/fixture-situation.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Program } from '../model/program.ts'
import { withValues, type LeadSpace } from './lead-space.ts'
import { pairwiseRows } from './pairwise.ts'
import { VALUE_CLASSES } from './value-classes.ts'
import { PLAIN, type Stretch, type ValuePool } from './value-pool.ts'

/** A lead to be tested, with a path by which it can be made again. */
export interface LeadCase {
  readonly path: string
  readonly situation: Situation
}

/** For each varied token the position of its value in its pool: a lead that costs nothing to make. */
export type Picks = Uint16Array

/**
 * The leads of a test, by number: examples, then each token with each awkward value (`token/…`), then
 * every two tokens with every two classes (`pairs/…`), then chance (`random/…`). The same seed gives the
 * same leads, and any of them can be made alone.
 */
export interface LeadPlan {
  readonly count: number
  /** Where leads begin that have an awkward value in more than one token. */
  readonly pairsStart: number
  /** How many come before chance. */
  readonly fixedCount: number
  /** Fills in the positions of a lead; false for an example, which is made of other values. */
  readonly pick: (index: number, into: Picks) => boolean
  readonly caseAt: (index: number) => LeadCase
  /** The number of a path, or undefined for a path that this webhook does not have. */
  readonly indexOf: (path: string) => number | undefined
}

interface Phase {
  readonly start: number
  readonly count: number
  readonly pathOf: (nth: number) => string
  readonly pick: (nth: number, into: Picks) => void
}

export interface LeadPlanInput {
  readonly space: LeadSpace
  readonly pools: readonly ValuePool[]
  readonly examples: readonly LeadCase[]
  readonly seed: number
  /** How many leads in all; those before chance are never cut. */
  readonly runs: number
}

export function leadPlan({ space, pools, examples, seed, runs }: LeadPlanInput): LeadPlan {
  const boundary = boundaryPhase(pools, examples.length)
  const pairs = pairsPhase(pools, boundary.start + boundary.count)
  const fixedCount = pairs.start + pairs.count
  const random = randomPhase(pools, fixedCount, { seed, count: runs - fixedCount })
  const phaseAt = (index: number): Phase | undefined => {
    if (index >= random.start) return random
    if (index >= pairs.start) return pairs
    return index >= boundary.start ? boundary : undefined
  }
  const count = random.start + random.count
  const pick = (index: number, into: Picks): boolean => {
    const phase = phaseAt(index)
    phase?.pick(index - phase.start, into)
    return phase !== undefined
  }
  const pathAt = (index: number): string => {
    const phase = phaseAt(index)
    return phase?.pathOf(index - phase.start) ?? examples[index]?.path ?? ''
  }
  const caseAt = (index: number): LeadCase => {
    const example = examples[index]
    if (example !== undefined) return example
    const picks = new Uint16Array(pools.length)
    pick(index, picks)
    return { path: pathAt(index), situation: situationOf(space, pools, picks) }
  }
  const indexOf = (path: string): number | undefined => {
    const nth = Number(/^random\/(\d{1,9})$/.exec(path)?.[1] ?? Number.NaN)
    if (Number.isInteger(nth)) return pools.length === 0 ? undefined : random.start + nth
    for (let index = 0; index < fixedCount; index++) if (pathAt(index) === path) return index
    return undefined
  }
  return { count, pairsStart: pairs.start, fixedCount, pick, caseAt, indexOf }
}

const FIXTURE_PATH = 'lead/'

/** Whether a path is that of a fixture lead. */
export function isFixturePath(path: string): boolean {
  return path.startsWith(FIXTURE_PATH)
}

/** The plain lead, the one that has nothing, and every fixture lead. */
export function exampleLeads(
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
      path: FIXTURE_PATH + name,
      situation: fixtureSituation(webhook, program, values),
    })),
  ]
}

export function situationOf(
  space: LeadSpace,
  pools: readonly ValuePool[],
  picks: Picks,
): Situation {
  return withValues(
    space,
    pools.map(({ token, values }, nth) => [
      token.use.key,
      values[picks[nth] ?? PLAIN]?.value ?? null,
    ]),
  )
}

/** One awkward value at a time, everything else plain: names every class that breaks, token by token. */
function boundaryPhase(pools: readonly ValuePool[], start: number): Phase {
  const cells = pools.flatMap(({ classes, bounds }, token) =>
    [...classes, ...bounds].flatMap(([valueClass, stretch]) =>
      Array.from({ length: stretch.count }, (_value, nth) => ({
        token,
        position: stretch.start + nth,
        path: `token/${token}/${valueClass}/${nth}`,
      })),
    ),
  )
  return {
    start,
    count: cells.length,
    pathOf: (nth) => cells[nth]?.path ?? '',
    pick: (nth, into) => {
      into.fill(PLAIN)
      const cell = cells[nth]
      if (cell !== undefined) into[cell.token] = cell.position
    },
  }
}

/** Two awkward values side by side can do what one cannot: a quote that opens, and one that closes. */
function pairsPhase(pools: readonly ValuePool[], start: number): Phase {
  const rows = pairwiseRows(pools.length, VALUE_CLASSES.length)
  return {
    start,
    count: rows.count,
    pathOf: (nth) => `pairs/${nth}`,
    pick: (row, into) => {
      for (const [column, { classes, usual }] of pools.entries()) {
        const valueClass = VALUE_CLASSES[rows.symbolAt(row, column)]?.id ?? ''
        const stretch = classes.get(valueClass) ?? usual
        into[column] = stretch.start + ((row + column) % stretch.count)
      }
    },
  }
}

/** Three usual values for two awkward ones, as a lead in need of care would have them. */
function randomPhase(
  pools: readonly ValuePool[],
  start: number,
  { seed, count }: { readonly seed: number; readonly count: number },
): Phase {
  return {
    start,
    count: pools.length === 0 ? 0 : Math.max(0, count),
    pathOf: (nth) => `random/${nth}`,
    pick: (nth, into) => {
      const chance = chanceOf(seed, nth)
      for (let column = 0; column < pools.length; column++) {
        into[column] = positionFor(pools[column], drawnAt(chance, column))
      }
    },
  }
}

function positionFor(pool: ValuePool | undefined, drawn: number): number {
  if (pool === undefined) return PLAIN
  const { usual, awkward } = pool
  const stretch: Stretch = drawn % 5 < 2 && awkward.count > 0 ? awkward : usual
  return stretch.start + (Math.floor(drawn / 5) % stretch.count)
}
