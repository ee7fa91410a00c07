import type { TimedAct } from '../campaign/act.ts'
import { beginRun, type OutsideEvent } from '../campaign/begin-run.ts'
import { makeMove } from '../campaign/make-move.ts'
import { atNextTask, movesOf, type Move } from '../campaign/moves.ts'
import type { Moved } from '../campaign/occur.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { RunState } from '../campaign/run-state.ts'
import { sendAgain } from '../campaign/send-again.ts'
import { breachAtRest, breachNow, type Breach } from './break-promise.ts'
import type { EndsByWebhook } from './distinct-ends.ts'
import type { Node } from './node.ts'
import { nodeKey } from './node-key.ts'
import type { Promised } from './promise.ts'
import { isQuiet } from './quiet-moves.ts'
import type { Stages } from './stages.ts'
import { watchAct } from './watch.ts'

/** What a search goes through. */
export interface SearchInput {
  readonly model: RunModel
  readonly promises: readonly Promised[]
  readonly starts: readonly Node[]
  /** What may come from outside once more, when everything is at rest. */
  readonly events: readonly OutsideEvent[]
  readonly ends: EndsByWebhook
  readonly stages: Stages
  /** The keys of the fields that must be told apart. */
  readonly fields: ReadonlySet<string>
}

/** The shortest run that breaks a promise. */
export interface BrokenPromise {
  readonly promise: Promised
  readonly node: Node
  readonly breach: Breach
}

export interface Searched {
  /** For each broken promise the shortest run, without suppositions if there is one. */
  readonly broken: readonly BrokenPromise[]
  readonly graph: Graph
  /** False where the bound was reached. */
  readonly isComplete: boolean
}

/** All states that were reached, with the ways between them. */
export interface Graph {
  readonly nodes: readonly Node[]
  /** By the position of a node: where its moves lead. */
  readonly ways: readonly (readonly Way[])[]
}

export interface Way {
  readonly to: number
  readonly acts: readonly TimedAct[]
  /** Something comes from outside, or people act. */
  readonly isOutside: boolean
}

/** More states than these are not looked at. */
export const MOST_STATES = 12_000
/** How often something may come from outside in one run. */
export const MOST_EVENTS = 2

/** Looks at every run, the shortest first: states that go on in the same ways are one. */
export function search(input: SearchInput): Searched {
  const nodes: Node[] = []
  const ways: Way[][] = []
  const known = new Map<string, number>()
  const broken = new Map<Promised, BrokenPromise>()
  const add = (node: Node): number => {
    const key = nodeKey(node, input)
    const position = known.get(key)
    if (position !== undefined) return position
    known.set(key, nodes.length)
    nodes.push(node)
    ways.push([])
    return nodes.length - 1
  }
  for (const start of input.starts) add(start)
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node === undefined || nodes.length > MOST_STATES) break
    for (const next of followers(node, input)) {
      for (const found of next.broken) keep(found, broken)
      ways[at]?.push({ to: add(next.node), acts: next.node.acts, isOutside: next.isOutside })
    }
    if (isAtRest(node, input)) for (const found of restingBreaches(node, input)) keep(found, broken)
  }
  return {
    broken: [...broken.values()],
    graph: { nodes, ways },
    isComplete: nodes.length <= MOST_STATES,
  }
}

/** The first one is the shortest; one that supposes nothing is worth more. */
function keep(found: BrokenPromise, broken: Map<Promised, BrokenPromise>): void {
  const before = broken.get(found.promise)
  if (before === undefined || (before.node.isSupposed && !found.node.isSupposed))
    broken.set(found.promise, found)
}

interface Follower {
  readonly node: Node
  readonly broken: readonly BrokenPromise[]
  readonly isOutside: boolean
}

function* followers(node: Node, input: SearchInput): Generator<Follower> {
  const { model } = input
  const state = atNextTask(node.state)
  const moves = movesOf(state, model)
  for (const move of withoutIdleTurns(moves, model, input.fields)) {
    for (const moved of outcomes(move, state, input)) {
      yield { ...judged(node, moved, input), isOutside: false }
    }
  }
  if (moves.length > 0 || node.state.person.isDeleted) return
  for (const moved of fromOutside(node, input))
    yield { ...judged(node, moved, input), isOutside: true }
}

/** What stands in nobody's way is done first: no run is lost by it. */
function withoutIdleTurns(
  moves: readonly Move[],
  model: RunModel,
  fields: ReadonlySet<string>,
): readonly Move[] {
  const quiet = moves.find((move) => isQuiet(move, model, fields))
  return quiet === undefined ? moves : [quiet]
}

/** A call ends in every way. */
function outcomes(move: Move, state: RunState, { model, ends }: SearchInput): readonly Moved[] {
  const own = move.kind === 'step' ? ends.get(move.webhook ?? '') : undefined
  if (own === undefined) return [makeMove(state, move, model)]
  return own.map((end) => makeMove(state, move, model, end))
}

function* fromOutside(node: Node, { events, model, promises }: SearchInput): Generator<Moved> {
  const { state, watch } = node
  if (node.events < MOST_EVENTS) for (const event of events) yield beginRun(state, event, model)
  if (node.events > MOST_EVENTS || !promises.some(({ kind }) => kind === 'resending-safe')) return
  for (const [webhook, { done }] of Object.entries(watch)) {
    if (done !== undefined) yield sendAgain(state, webhook, model)
  }
}

function judged(
  before: Node,
  { state, acts }: Moved,
  { promises }: SearchInput,
): Omit<Follower, 'isOutside'> {
  let { watch } = before
  const found: { readonly promise: Promised; readonly breach: Breach }[] = []
  for (const act of acts) {
    for (const promise of promises) {
      const breach = breachNow(promise, { act, person: state.person, watch })
      if (breach !== undefined) found.push({ promise, breach })
    }
    watch = watchAct(watch, act)
  }
  const node: Node = {
    state,
    watch,
    acts,
    before,
    start: before.start,
    events: eventsAfter(before, acts),
    isSupposed: before.isSupposed || acts.some(({ kind }) => kind === 'supposed'),
  }
  return { node, broken: found.map((each) => ({ ...each, node })) }
}

/** After people have sent again nothing more comes from outside. */
function eventsAfter({ events }: Node, acts: readonly TimedAct[]): number {
  const outside = acts.find((act) => act.kind === 'occurred')
  if (outside === undefined) return events
  return outside.occurrence.kind === 'again' ? MOST_EVENTS + 1 : events + 1
}

function isAtRest({ state }: Node, { model }: SearchInput): boolean {
  return movesOf(atNextTask(state), model).length === 0
}

function restingBreaches(node: Node, { promises, stages }: SearchInput): readonly BrokenPromise[] {
  return promises.flatMap((promise) => {
    const breach = breachAtRest(promise, { person: node.state.person, watch: node.watch, stages })
    return breach === undefined ? [] : [{ promise, node, breach }]
  })
}
