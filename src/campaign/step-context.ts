import type { Span } from '../base/span.ts'
import type { FlowStep, Setting } from '../model/campaign.ts'
import type { Act } from './act.ts'
import type { CallEnd } from './call-ends.ts'
import type { Occurrence } from './occurrence.ts'
import type { Person } from './person.ts'
import type { RunModel } from './run-model.ts'
import type { FlowTask, RunState } from './run-state.ts'

/** What a flow step gets: its settings, or those of the choice that was taken. */
export interface StepInput {
  readonly step: FlowStep
  readonly owner: { readonly settings: readonly Setting[] }
  readonly state: RunState
  readonly task: FlowTask
  readonly model: RunModel
  /** How a call ends; undefined for every other step. */
  readonly end: CallEnd | undefined
}

/** What comes of a step. What is not given stays as it was. */
export interface StepResult {
  readonly acts: readonly (Act & { readonly at?: Span })[]
  readonly person?: Person
  /** What triggers may hear, in order. */
  readonly occurrences?: readonly Occurrence[]
  /** The minutes until the next step. */
  readonly wait?: number
  readonly writes?: readonly PendingWrite[]
  /** The flow ends here, and with `all` every other one of the person. */
  readonly ends?: 'this' | 'all'
  /** An executed campaign whose flow comes before the next step. */
  readonly executes?: FlowTask['frames'][number]
}

export interface PendingWrite {
  readonly field: string
  readonly value: Person['fields'][string]
  readonly at: Span
}

/** One kind of flow step. The open set is listed in `step-acts.ts`. */
export interface StepAct {
  /** Its name on the screen. */
  readonly name: string
  readonly act: (input: StepInput) => StepResult
}
