import { calledWebhook, callersOf, isStartedByCall } from '../model/calls.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import type { Webhook } from '../model/webhook.ts'
import { priorityNamed, type Priority } from './priority.ts'
import { pauseOf } from './retry-road.ts'

/** What a person runs through, with webhooks by their ids. */
export interface ProgramRoad {
  readonly campaign: string
  readonly priority: Priority
  readonly calls: readonly { readonly webhook: string; readonly pause: number }[]
}

/** Roads on which a person calls each webhook of a program: the first campaign that does, not one that reacts to calls. */
export function programRoads(program: Program): readonly ProgramRoad[] {
  const roads: ProgramRoad[] = []
  for (const webhook of program.webhooks) {
    const id = webhook.id.value
    if (roads.some(({ calls }) => calls.some((call) => call.webhook === id))) continue
    roads.push(roadTo(webhook, program))
  }
  return roads
}

/** A webhook that no campaign here calls is called from elsewhere, with the priority of its kind. */
function roadTo({ id, name }: Webhook, program: Program): ProgramRoad {
  const callers = callersOf(program, id.value)
  const caller = callers.find((each) => !isStartedByCall(each, id.value)) ?? callers[0]
  if (caller === undefined)
    return { campaign: name.value, priority: 'Low', calls: [{ webhook: id.value, pause: 0 }] }
  return {
    campaign: caller.name.value,
    priority: priorityNamed(caller.priority?.value),
    calls: callsOf(caller),
  }
}

function callsOf({ flow }: Campaign): ProgramRoad['calls'] {
  const calls: { readonly webhook: string; readonly pause: number }[] = []
  let pause = 0
  for (const step of flow) {
    const webhook = calledWebhook(step)
    pause += pauseOf(step)
    if (webhook === undefined) continue
    calls.push({ webhook, pause: calls.length === 0 ? 0 : pause })
    pause = 0
  }
  return calls
}
