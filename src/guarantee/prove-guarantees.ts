import { describeDoubt } from '../campaign/describe-act.ts'
import { nameOf } from '../campaign/hear-occurrence.ts'
import { runModel, type RunModel } from '../campaign/run-model.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { Campaign } from '../model/campaign.ts'
import { fieldKey } from '../campaign/person.ts'
import { countedFields } from './counted-fields.ts'
import { distinctEnds } from './distinct-ends.ts'
import { findLoop } from './find-loop.ts'
import type { BreakingRun, GuaranteeResult } from './guarantee-result.ts'
import { actsTo } from './node.ts'
import { fieldsInKey } from './node-key.ts'
import { openWorlds } from './open-worlds.ts'
import { outsideEvents } from './outside-events.ts'
import type { Promised } from './promise.ts'
import { readFields } from './read-fields.ts'
import { MOST_STATES, search } from './search.ts'
import { stagesOf } from './stages.ts'
import { startNodes } from './start-nodes.ts'
import { startPeople } from './start-people.ts'
import { runOfLoop, toldActs } from './told-acts.ts'

export interface ProofInput {
  readonly compiled: CompiledProgram
  /** Campaigns of other programs that hear every webhook. */
  readonly elsewhere: readonly Campaign[]
}

/** Tries every run of a program against its promises, in every world that is open. */
export function proveGuarantees(
  promises: readonly Promised[],
  { compiled, elsewhere }: ProofInput,
): readonly GuaranteeResult[] {
  if (promises.length === 0) return []
  const campaigns = [...compiled.program.campaigns, ...elsewhere]
  const worlds = openWorlds(compiled, campaigns).map((world) => exploreWorld(world))
  const oneByOne = new Map<AssumptionSet, Explored>()
  return promises.map((promise) => {
    const broken = worlds.filter(({ verdicts }) => verdicts.get(promise)?.status === 'refuted')
    const [first] = broken
    if (first === undefined) return undecided(promise, worlds)
    const orderly = orderlyWorld(first)
    const isOrderly = orderly.verdicts.get(promise)?.status === 'refuted'
    const run = runOf(promise, isOrderly ? orderly : first)
    const assumptions = [
      ...decidingValues(broken, worlds),
      ...(isOrderly ? [] : ['campaign-order: any-order']),
    ]
    const { model } = isOrderly ? orderly : first
    return { status: 'refuted', promise, run, model, assumptions }
  })

  function exploreWorld(world: AssumptionSet): Explored {
    const model = runModel({ compiled, elsewhere, assumptions: world, values: {} })
    return explore(promises, model)
  }

  /** The same world with campaigns one by one: what is broken there does not rest on their order. */
  function orderlyWorld({ world }: Explored): Explored {
    const known = oneByOne.get(world)
    if (known !== undefined) return known
    const explored = exploreWorld({ ...world, 'campaign-order': 'one-by-one' })
    oneByOne.set(world, explored)
    return explored
  }
}

/** Nobody is created twice. */
const ONCE_IN_A_LIFE = 'person is created'

type Verdict =
  | { readonly status: 'refuted'; readonly run: BreakingRun }
  | { readonly status: 'unknown'; readonly because: string; readonly run: BreakingRun | undefined }

interface Explored {
  readonly world: AssumptionSet
  readonly model: RunModel
  readonly verdicts: ReadonlyMap<Promised, Verdict>
  readonly states: number
}

function explore(promises: readonly Promised[], model: RunModel): Explored {
  const stages = stagesOf(model)
  const read = readFields(model, promises)
  const { people, isComplete: isEverybody } = startPeople(read.comparisons, model)
  const events = outsideEvents(model.compiled.program.campaigns)
  const fields = new Set([
    ...fieldsInKey(read, countedFields(model)),
    ...stages.map(({ field }) => fieldKey(field)),
  ])
  const starts = startNodes(people, events, model)
  const again = events
    .filter(({ trigger }) => nameOf(trigger) !== ONCE_IN_A_LIFE)
    .map((event) => ({ ...event, isAgain: true }))
  const searched = search({
    model,
    promises,
    starts,
    events: again,
    ends: distinctEnds(model, promises),
    stages,
    fields,
  })
  const verdicts = new Map<Promised, Verdict>()
  for (const { promise, node, breach } of searched.broken) {
    const acts = toldActs(actsTo(node), promise, fields)
    const { sentence, ...rest } = breach
    const run = { acts, breach: sentence, person: node.start, ...rest }
    verdicts.set(promise, verdictOf(run, node.isSupposed))
  }
  const looping = promises.find(({ kind }) => kind === 'no-loop')
  const loop = looping === undefined ? undefined : findLoop(searched.graph)
  if (looping !== undefined && loop !== undefined)
    verdicts.set(looping, verdictOf(runOfLoop(loop, looping, fields), loop.isSupposed))
  const gap = gapIn(searched.isComplete, isEverybody, events.length)
  for (const promise of gap === undefined ? [] : promises) {
    if (!verdicts.has(promise))
      verdicts.set(promise, { status: 'unknown', because: gap ?? '', run: undefined })
  }
  return { world: model.assumptions, model, verdicts, states: searched.graph.nodes.length }
}

function gapIn(isComplete: boolean, isEverybody: boolean, events: number): string | undefined {
  if (events === 0) return 'nothing from outside starts a campaign that calls'
  if (!isComplete) return `there are more than ${MOST_STATES} states; no shorter run breaks it`
  return isEverybody
    ? undefined
    : 'filters and choices ask for too many values: not every combination was tried'
}

function verdictOf(run: BreakingRun, isSupposed: boolean): Verdict {
  if (!isSupposed) return { status: 'refuted', run }
  const doubts = run.acts.flatMap((act) =>
    act.kind === 'supposed'
      ? [describeDoubt(act.doubt, act.isTrue, act.campaign?.name.value ?? '')]
      : [],
  )
  return { status: 'unknown', because: [...new Set(doubts)].join('; '), run }
}

function runOf(promise: Promised, { verdicts }: Explored): BreakingRun {
  const verdict = verdicts.get(promise)
  if (verdict?.run === undefined) throw new Error('a broken promise has its run')
  return verdict.run
}

function undecided(promise: Promised, worlds: readonly Explored[]): GuaranteeResult {
  for (const { verdicts, model } of worlds) {
    const verdict = verdicts.get(promise)
    if (verdict?.status !== 'unknown') continue
    const { because, run } = verdict
    return { status: 'unknown', promise, because, run, model }
  }
  return {
    status: 'proven',
    promise,
    states: worlds.reduce((total, { states }) => total + states, 0),
  }
}

/** The values that all broken worlds share and not all worlds do. */
function decidingValues(
  broken: readonly Explored[],
  worlds: readonly Explored[],
): readonly string[] {
  const [first] = broken
  if (first === undefined || broken.length === worlds.length) return []
  return Object.keys(first.world).flatMap((id) => {
    const value = first.world[id]
    const isShared = broken.every(({ world }) => world[id] === value)
    const isOpen = worlds.some(({ world }) => world[id] !== value)
    return isShared && isOpen ? [`${id}: ${value ?? ''}`] : []
  })
}
