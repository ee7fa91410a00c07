import type { TimedAct } from './act.ts'
import { maskRequest } from '../emulate/mask-request.ts'
import { beginRun, type OutsideEvent } from './begin-run.ts'
import { callEnds, type CallEnd } from './call-ends.ts'
import type { CampaignRun } from './campaign-run.ts'
import { makeMove } from './make-move.ts'
import { atNextTask, movesOf, type Move } from './moves.ts'
import type { RunModel } from './run-model.ts'
import type { RunState } from './run-state.ts'

/** More moves than these are no end. */
const MOST_MOVES = 200

/**
 * Follows one run: calls end as the ids of ends say one after the other, the last one for all that
 * follow. What nobody knows is supposed to be true, and the run says so.
 */
export function followRun(
  start: RunState,
  event: OutsideEvent,
  { model, ends }: { readonly model: RunModel; readonly ends: readonly string[] },
): CampaignRun {
  const begun = beginRun(start, event, model)
  let { state } = begun
  const acts: TimedAct[] = [...begun.acts]
  let calls = 0
  for (let made = 0; made < MOST_MOVES; made++) {
    state = atNextTask(state)
    const [move] = movesOf(state, model)
    if (move === undefined) return { acts, state, isAtRest: true }
    const end = endOf(move, ends[Math.min(calls, ends.length - 1)], model)
    if (end !== undefined) calls += 1
    const moved = makeMove(state, move, model, end)
    acts.push(...moved.acts.map(masked))
    state = moved.state
  }
  return { acts, state, isAtRest: false }
}

/** A run is for people to read: no request in it shows a credential. */
function masked(act: TimedAct): TimedAct {
  if (act.kind !== 'called') return act
  return { ...act, call: { ...act.call, request: maskRequest(act.call.request) } }
}

/** The end of that name; another refusal where the webhook has only one, success where it has none. */
function endOf(move: Move, wanted: string | undefined, model: RunModel): CallEnd | undefined {
  const webhook = move.kind === 'step' ? model.webhooks.get(move.webhook ?? '') : undefined
  if (webhook === undefined) return undefined
  const ends = callEnds(webhook)
  return ends.find(({ id }) => id === wanted) ?? ends[0]
}
