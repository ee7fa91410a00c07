import type { TimedAct } from '../campaign/act.ts'
import type { Graph, Way } from './search.ts'
import { actsTo, type Node } from './node.ts'

/** A way that leads back to where it began, through a call and with nothing from outside. */
export interface FoundLoop {
  /** The run until the loop begins. */
  readonly before: readonly TimedAct[]
  /** What happens again and again. */
  readonly round: readonly TimedAct[]
  readonly isSupposed: boolean
  readonly node: Node
}

/** The loop that begins first, by its shortest round; one that supposes nothing comes before all others. */
export function findLoop({ nodes, ways }: Graph): FoundLoop | undefined {
  const group = groups(ways)
  let supposed: FoundLoop | undefined
  for (const [at, node] of nodes.entries()) {
    const isEntry = (ways[at] ?? []).some((way) => isInside(way) && group[way.to] === group[at])
    const round = isEntry ? roundFrom(at, ways, group) : undefined
    if (round === undefined) continue
    const found = loopFrom(node, round)
    if (!found.isSupposed) return found
    supposed ??= found
  }
  return supposed
}

function loopFrom(node: Node, round: readonly TimedAct[]): FoundLoop {
  const isSupposed = node.isSupposed || round.some(({ kind }) => kind === 'supposed')
  return { before: actsTo(node), round, isSupposed, node }
}

function isInside({ isOutside }: Way): boolean {
  return !isOutside
}

function hasCall(acts: readonly TimedAct[]): boolean {
  return acts.some(({ kind }) => kind === 'called')
}

interface Step {
  readonly at: number
  readonly isCalled: boolean
  readonly acts: readonly TimedAct[]
}

/** The shortest way back to a node, within its group, on which a call is made. */
function roundFrom(
  start: number,
  ways: Graph['ways'],
  group: readonly number[],
): readonly TimedAct[] | undefined {
  const open: Step[] = [{ at: start, isCalled: false, acts: [] }]
  const seen = new Set<string>()
  for (let nth = 0; nth < open.length; nth++) {
    const step = open[nth]
    if (step === undefined) break
    for (const way of ways[step.at] ?? []) {
      if (way.isOutside || group[way.to] !== group[start]) continue
      const isCalled = step.isCalled || hasCall(way.acts)
      const acts = [...step.acts, ...way.acts]
      if (way.to === start && isCalled) return acts
      const key = `${way.to} ${isCalled}`
      if (seen.has(key)) continue
      seen.add(key)
      open.push({ at: way.to, isCalled, acts })
    }
  }
  return undefined
}

/** Which nodes can reach each other without anything from outside, by Kosaraju's two passes. */
function groups(ways: Graph['ways']): readonly number[] {
  const back: number[][] = ways.map(() => [])
  for (const [from, own] of ways.entries())
    for (const way of own) if (isInside(way)) back[way.to]?.push(from)
  const ahead = ways.map((own) => own.filter(isInside).map(({ to }) => to))
  const group: number[] = ways.map(() => -1)
  for (const root of finishingOrder(ahead).toReversed()) {
    const open = [root]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (group[at] !== -1) continue
      group[at] = root
      open.push(...(back[at] ?? []))
    }
  }
  return group
}

function finishingOrder(ahead: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = []
  const seen = new Set<number>()
  for (const root of ahead.keys()) {
    const open: { readonly at: number; readonly isLeft: boolean }[] = [{ at: root, isLeft: false }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.isLeft) {
        order.push(next.at)
        continue
      }
      if (seen.has(next.at)) continue
      seen.add(next.at)
      open.push({ at: next.at, isLeft: true })
      open.push(...(ahead[next.at] ?? []).map((at) => ({ at, isLeft: false })))
    }
  }
  return order
}
