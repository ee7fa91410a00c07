import { callersOf, calledWebhook } from '../model/calls.ts'
import type { Moved } from './occur.ts'
import { timed } from './occur.ts'
import type { RunModel } from './run-model.ts'
import type { RunState } from './run-state.ts'

/** How much later people send again. */
const LATER = 60

/** People call a webhook for the person once more, as the runbook has it: the call alone, and nothing before it. */
export function sendAgain(before: RunState, webhook: string, model: RunModel): Moved {
  const [caller] = callersOf(model.compiled.program, webhook)
  const step = caller?.flow.find((each) => calledWebhook(each) === webhook)
  if (caller === undefined || step === undefined) return { state: before, acts: [] }
  const state = { ...before, minute: before.minute + LATER }
  const campaign = { ...caller, flow: [{ ...step, choices: [] }] }
  const task = {
    kind: 'flow',
    id: state.nextTask,
    frames: [{ campaign, next: 0 }],
    due: state.minute,
    trigger: 'Campaign is Requested',
  } as const
  const name = model.webhooks.get(webhook)?.name ?? webhook
  const occurrence = { kind: 'again', webhook: name } as const
  return {
    state: { ...state, tasks: [...state.tasks, task], nextTask: state.nextTask + 1 },
    acts: [timed({ kind: 'occurred', occurrence }, state, undefined, step.step.at)],
  }
}
