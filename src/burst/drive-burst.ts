import type { Burst } from './burst.ts'
import { callsAfter, firstCall, type BurstCall, type Ending } from './burst-call.ts'
import { enteringLeads, type Entering } from './entering-leads.ts'
import { waitingLine } from './waiting-line.ts'

/** A call that was made, with its times. */
export interface MadeCall extends BurstCall {
  readonly arrived: number
  readonly started: number
  readonly ended: number
  readonly ending: Ending
}

/** The time in which a burst runs, virtual or real, and the endpoints that it calls. */
export interface BurstWorld {
  readonly now: () => number
  readonly at: (time: number, act: () => void) => void
  /** Makes a call; says later how it ended. */
  readonly serve: (call: BurstCall, onEnd: (ending: Ending) => void) => void
  readonly onMade: (call: MadeCall) => void
}

interface Waiting extends BurstCall {
  readonly arrived: number
}

/**
 * Sets a burst going: people enter, their calls wait until a connection is free, and what follows a call
 * comes after it. People beside the burst come as long as one of its calls is still to be made or answered.
 */
export function driveBurst(burst: Burst, world: BurstWorld): void {
  const line = waitingLine<Waiting>()
  const entering = enteringLeads(burst)
  let free = burst.width
  let left = burst.leads * burst.roads.length

  const arrive = (call: BurstCall): void => {
    line.add({ ...call, arrived: world.now() })
    startNext()
  }
  const startNext = (): void => {
    const call = free === 0 ? undefined : line.take()
    if (call === undefined) return
    free -= 1
    const started = world.now()
    world.serve(call, (ending) => end({ ...call, started, ended: world.now(), ending }))
  }
  const end = (call: MadeCall): void => {
    world.onMade(call)
    free += 1
    const following = callsAfter(burst, call, call.ending)
    if (!call.isBeside) left += following.length - 1
    for (const { call: next, after } of following) world.at(call.ended + after, () => arrive(next))
    startNext()
  }
  const enter = (who: Entering): void => {
    if (who.road !== undefined && left === 0) return
    for (const call of firstCalls(burst, who)) arrive(call)
    expect(who.road === undefined ? entering.burst() : entering.beside(who.road))
  }
  const expect = (who: Entering | undefined): void => {
    if (who !== undefined) world.at(who.at, () => enter(who))
  }

  expect(entering.burst())
  for (const road of burst.beside.keys()) expect(entering.beside(road))
}

function firstCalls(burst: Burst, { person, road }: Entering): readonly BurstCall[] {
  const roads = road === undefined ? [...burst.roads.keys()] : [burst.roads.length + road]
  return roads.flatMap((each) => firstCall(burst, person, each) ?? [])
}
