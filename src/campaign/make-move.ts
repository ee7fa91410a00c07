import type { Act, TimedAct } from './act.ts'
import type { CallEnd } from './call-ends.ts'
import { changeField } from './change-field.ts'
import type { Move, Supposed } from './moves.ts'
import { begin, occur, timed, type Moved } from './occur.ts'
import type { Occurrence } from './occurrence.ts'
import type { RunModel } from './run-model.ts'
import type { FlowTask, RunState, Task, WriteTask } from './run-state.ts'
import { stepActNamed } from './step-acts.ts'
import type { StepResult } from './step-context.ts'

/** Makes a move: gives the state after it, and what has happened. */
export function makeMove(state: RunState, move: Move, model: RunModel, end?: CallEnd): Moved {
  switch (move.kind) {
    case 'write':
      return write(state, move.task, model)
    case 'enter': {
      const { task, isTrue } = move
      const supposed = suppose({ doubt: task.doubt, isTrue })
      const acts = [timed(supposed, state, task.campaign, task.trigger.at)]
      const without = { state: withoutTask(state, task), acts }
      return isTrue ? begin(task.campaign, task.trigger, without) : without
    }
    case 'finish':
      return { state: finish(state, move.task), acts: [] }
    case 'step':
      return runStep(state, move, model, end)
  }
}

function write(before: RunState, task: WriteTask, model: RunModel): Moved {
  const { field, value, at } = task
  const change = changeField(before.person, { field, to: value, by: 'response' })
  const state = { ...withoutTask(before, task), person: change.person }
  const acts = [timed(change.act, before, undefined, at)]
  return hearAll({ state, acts }, change.occurrences, model)
}

function runStep(
  before: RunState,
  { task, step, owner, doubts }: Extract<Move, { readonly kind: 'step' }>,
  model: RunModel,
  end: CallEnd | undefined,
): Moved {
  const campaign = task.frames.at(-1)?.campaign
  const result: StepResult =
    owner === undefined
      ? { acts: [{ kind: 'did-nothing', step: step.step.value }] }
      : stepActNamed(step.step.value).act({ step, owner, state: before, task, model, end })
  const acts = [...doubts.map(suppose), ...result.acts].map((act): TimedAct =>
    timed(act, before, campaign, step.step.at),
  )
  const person = result.person ?? before.person
  const state = afterStep({ ...before, person }, { task, result, model })
  return hearAll({ state, acts }, result.occurrences ?? [], model)
}

interface Step {
  readonly task: FlowTask
  readonly result: StepResult
  readonly model: RunModel
}

/** The flow is one step further; what its call writes is on its way, and earlier writes are held no longer. */
function afterStep(state: RunState, { task, result, model }: Step): RunState {
  if (result.ends === 'all') return { ...state, tasks: [] }
  if (result.ends === 'this') return release(withoutTask(state, task), task)
  const advanced = advance(task, state.minute + (result.wait ?? 0), result)
  const tasks = state.tasks.map((each) => (each.id === task.id ? advanced : each))
  const moved = { ...state, tasks }
  const released = result.wait === undefined ? release(moved, task) : moved
  return withWrites(released, { task, result, model })
}

function advance(task: FlowTask, due: number, { executes }: StepResult): FlowTask {
  const frames = task.frames.map((frame, nth) =>
    nth === task.frames.length - 1 ? { ...frame, next: frame.next + 1 } : frame,
  )
  return { ...task, due, frames: executes === undefined ? frames : [...frames, executes] }
}

function withWrites(state: RunState, { task, result: { writes = [] }, model }: Step): RunState {
  const isHeld = model.assumptions['mapping-timing'] !== 'before-next-step'
  const tasks = writes.map((pending, nth): WriteTask => ({
    kind: 'write',
    id: state.nextTask + nth,
    ...pending,
    flow: task.id,
    isHeld,
  }))
  return {
    ...state,
    tasks: [...state.tasks, ...tasks],
    nextTask: state.nextTask + tasks.length,
  }
}

/** An executed flow gives way to the one below it; the last one ends. */
function finish(state: RunState, task: FlowTask): RunState {
  const frames = task.frames.slice(0, -1)
  if (frames.length === 0) return release(withoutTask(state, task), task)
  const tasks = state.tasks.map((each) => (each.id === task.id ? { ...task, frames } : each))
  return { ...state, tasks }
}

function release(state: RunState, { id }: FlowTask): RunState {
  const isHeld = (task: Task): boolean => task.kind === 'write' && task.isHeld && task.flow === id
  if (!state.tasks.some(isHeld)) return state
  return {
    ...state,
    tasks: state.tasks.map((task) =>
      task.kind === 'write' && task.flow === id ? { ...task, isHeld: false } : task,
    ),
  }
}

function withoutTask(state: RunState, { id }: Task): RunState {
  return { ...state, tasks: state.tasks.filter((task) => task.id !== id) }
}

function hearAll(moved: Moved, occurrences: readonly Occurrence[], model: RunModel): Moved {
  return occurrences.reduce<Moved>(({ state, acts }, occurrence) => {
    const heard = occur(state, occurrence, model)
    return { state: heard.state, acts: [...acts, ...heard.acts] }
  }, moved)
}

function suppose({ doubt, isTrue }: Supposed): Act {
  return { kind: 'supposed', doubt, isTrue }
}
