import type { Span } from '../base/span.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Campaign, Trigger } from '../model/campaign.ts'
import type { Doubt } from './act.ts'
import type { Person } from './person.ts'

/** All that decides how a run goes on. */
export interface RunState {
  /** Since the run began. */
  readonly minute: number
  readonly person: Person
  /** When the person last entered a campaign, by its id. */
  readonly entered: Readonly<Record<string, number>>
  /** The ids of campaigns that have been switched off. */
  readonly off: readonly string[]
  /** What is still to be done, the oldest first. */
  readonly tasks: readonly Task[]
  /** Counts up, so that each task has a name of its own. */
  readonly nextTask: number
}

export type Task = FlowTask | WriteTask | DoubtTask

/** A person on the way through flows; an executed campaign lies on top of the one that executes it. */
export interface FlowTask {
  readonly kind: 'flow'
  readonly id: number
  /** The innermost last. */
  readonly frames: readonly Frame[]
  /** Not before this minute. */
  readonly due: number
  /** What the trigger is called: trigger tokens show it. */
  readonly trigger: string
}

export interface Frame {
  readonly campaign: Campaign
  /** The position of the step that is next. */
  readonly next: number
}

/** A mapped value on its way into its field. */
export interface WriteTask {
  readonly kind: 'write'
  readonly id: number
  readonly field: string
  readonly value: TokenValue
  readonly at: Span
  /** The flow that has called. */
  readonly flow: number
  /** True until that flow has run its next step, where writes come after it. */
  readonly isHeld: boolean
}

/** A campaign that may begin or not. */
export interface DoubtTask {
  readonly kind: 'doubt'
  readonly id: number
  readonly campaign: Campaign
  readonly trigger: Trigger
  readonly doubt: Doubt
}

/** The state before anything happens. */
export function startState(person: Person): RunState {
  return { minute: 0, person, entered: {}, off: [], tasks: [], nextTask: 1 }
}
