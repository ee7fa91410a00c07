import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { calledWebhook } from '../model/calls.ts'
import { settingOf, type FlowStep, type Setting } from '../model/campaign.ts'
import { passes } from './admit-person.ts'
import type { Doubt } from './act.ts'
import type { RunModel } from './run-model.ts'
import type { DoubtTask, FlowTask, RunState, Task, WriteTask } from './run-state.ts'

/** One way in which a run can go on. */
export type Move =
  | { readonly kind: 'write'; readonly task: WriteTask }
  | { readonly kind: 'enter'; readonly task: DoubtTask; readonly isTrue: boolean }
  | { readonly kind: 'finish'; readonly task: FlowTask }
  | {
      readonly kind: 'step'
      readonly task: FlowTask
      readonly step: FlowStep
      /** The settings that count: a choice's, completed by the step's own; undefined for "--Do Nothing--". */
      readonly owner: { readonly settings: readonly Setting[] } | undefined
      /** What has been supposed about the choices. */
      readonly doubts: readonly Supposed[]
      /** The webhook that is called: how that ends is still open. */
      readonly webhook: string | undefined
    }

export interface Supposed {
  readonly doubt: Doubt
  readonly isTrue: boolean
}

/**
 * What can happen next. One by one: writes come when they may, and a flow runs to its end before the
 * next one begins. In any order: whatever is due may be next. Empty when everything has come to rest.
 */
export function movesOf(state: RunState, model: RunModel): readonly Move[] {
  const due = dueTasks(state, model.assumptions)
  const ended = due.find((task) => isAtEnd(task))
  if (ended === undefined && model.assumptions['campaign-order'] === 'any-order') {
    return due.flatMap((task) => movesFor(task, state, model))
  }
  const first = ended ?? due.find(({ kind }) => kind !== 'flow') ?? due[0]
  return first === undefined ? [] : movesFor(first, state, model)
}

/** The state at the time when the next task is due. */
export function atNextTask(state: RunState): RunState {
  const times = state.tasks
    .filter((task) => task.kind !== 'write' || !task.isHeld)
    .map((task) => (task.kind === 'flow' ? task.due : state.minute))
  const next = times.length === 0 ? state.minute : Math.max(state.minute, Math.min(...times))
  return next === state.minute ? state : { ...state, minute: next }
}

function dueTasks(state: RunState, assumptions: AssumptionSet): readonly Task[] {
  const isEarly = assumptions['mapping-timing'] === 'before-next-step'
  return state.tasks.filter((task) => {
    if (task.kind === 'doubt') return true
    if (task.kind === 'write') return !task.isHeld
    return task.due <= state.minute && !(isEarly && isWrittenFor(task, state))
  })
}

function isWrittenFor({ id }: FlowTask, { tasks }: RunState): boolean {
  return tasks.some((task) => task.kind === 'write' && task.flow === id)
}

/** To end a flow stands in nobody's way: it needs no turn of its own. */
function isAtEnd(task: Task): boolean {
  const frame = task.kind === 'flow' ? task.frames.at(-1) : undefined
  return frame !== undefined && frame.next >= frame.campaign.flow.length
}

function movesFor(task: Task, state: RunState, model: RunModel): readonly Move[] {
  switch (task.kind) {
    case 'write':
      return [{ kind: 'write', task }]
    case 'doubt':
      return [true, false].map((isTrue) => ({ kind: 'enter', task, isTrue }))
    case 'flow': {
      const frame = task.frames.at(-1)
      const step = frame?.campaign.flow[frame.next]
      return step === undefined ? [{ kind: 'finish', task }] : stepMoves(task, step, state, model)
    }
  }
}

/** The first choice that matches wins, else the default. Source: Experience League, "Add Choice". */
function stepMoves(
  task: FlowTask,
  step: FlowStep,
  state: RunState,
  model: RunModel,
): readonly Move[] {
  const moves: Move[] = []
  let doubts: readonly Supposed[] = []
  for (const choice of step.choices) {
    const answer = passes(choice.when, state.person, model)
    if (answer === 'no') continue
    const supposed = { doubt: { kind: 'choice', filter: choice.when }, isTrue: true } as const
    const taken = answer === 'unknown' ? [...doubts, supposed] : doubts
    moves.push(stepMove(task, step, choice, taken))
    if (answer === 'yes') return moves
    doubts = [...doubts, { ...supposed, isTrue: false }]
  }
  return [...moves, stepMove(task, step, step, doubts)]
}

function stepMove(
  task: FlowTask,
  step: FlowStep,
  owner: { readonly settings: readonly Setting[] },
  doubts: readonly Supposed[],
): Move {
  const isIdle = owner.settings.some(isIdling)
  const settings = [...owner.settings, ...step.settings.filter((setting) => !isIdling(setting))]
  const isCall = !isIdle && calledWebhook(step) !== undefined
  return {
    kind: 'step',
    task,
    step,
    owner: isIdle ? undefined : { settings },
    doubts,
    webhook: isCall ? settingOf({ settings }, 'webhook')?.value : undefined,
  }
}

function isIdling({ text }: Setting): boolean {
  return isDoNothing(text.value)
}

function isDoNothing(text: string): boolean {
  return /^-*\s*do nothing\s*-*$/i.test(text.trim())
}
