import { againAfter } from '../campaign/occur.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { RunState, Task } from '../campaign/run-state.ts'
import { momentText } from '../campaign/token-values.ts'
import type { Node } from './node.ts'
import type { ReadFields } from './read-fields.ts'

/**
 * What is the same for two nodes goes on in the same ways: values that nobody reads and times that are
 * over are left out, and times are counted from now.
 */
export function nodeKey(node: Node, { model, fields }: KeyContext): string {
  const { state, watch, events, isSupposed } = node
  const { person } = state
  return JSON.stringify([
    events,
    isSupposed,
    person.isDeleted,
    Object.entries(person.fields)
      .filter(([key, value]) => value !== null && fields.has(key))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    person.lists,
    state.off,
    enteredKey(state, model),
    tasksKey(state),
    Object.entries(watch).map(([webhook, { done, ...rest }]) => [
      webhook,
      rest,
      done === undefined
        ? null
        : [done.key?.replaceAll(momentText(done.minute), '@') ?? '', state.minute - done.minute],
    ]),
  ])
}

export interface KeyContext {
  readonly model: RunModel
  /** The keys of the fields that must be told apart. */
  readonly fields: ReadonlySet<string>
}

/** Fields by value, and those that are only watched unless every change of them is a step up or down. */
export function fieldsInKey(
  { valued, watched }: ReadFields,
  counted: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set([...valued, ...[...watched].filter((key) => !counted.has(key))])
}

function enteredKey({ entered, minute }: RunState, { campaigns }: RunModel): unknown {
  return campaigns.flatMap(({ id, qualification }) => {
    const last = entered[id.value]
    const again = againAfter(qualification?.value)
    if (last === undefined || again === 0) return []
    return [[id.value, again === Infinity ? '' : Math.min(minute - last, again)]]
  })
}

function tasksKey({ tasks, minute }: RunState): unknown {
  const position = new Map(tasks.map(({ id }, nth) => [id, nth]))
  return tasks.map((task) => taskKey(task, minute, position))
}

function taskKey(task: Task, minute: number, position: ReadonlyMap<number, number>): unknown {
  switch (task.kind) {
    case 'flow':
      return [
        task.frames.map(({ campaign, next }) => [campaign.id.value, next]),
        Math.max(0, task.due - minute),
        task.trigger,
      ]
    case 'write':
      return [task.field, task.value, task.isHeld, position.get(task.flow) ?? -1]
    case 'doubt':
      return [task.campaign.id.value, task.trigger.id.value]
  }
}
