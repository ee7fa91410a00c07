import type { TimedAct } from '../campaign/act.ts'
import type { Person } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { Promised } from './promise.ts'

/** Whether a promise holds for every outcome and order of events within the bound. */
export type GuaranteeResult =
  | { readonly status: 'proven'; readonly promise: Promised; readonly states: number }
  | {
      readonly status: 'refuted'
      readonly promise: Promised
      readonly run: BreakingRun
      readonly model: RunModel
      /** The assumptions (`id: value`) under which it is broken; empty where that is always so. */
      readonly assumptions: readonly string[]
    }
  /** Nobody can tell, and why. */
  | {
      readonly status: 'unknown'
      readonly promise: Promised
      readonly because: string
      /** A run that breaks it if what it supposes is so. */
      readonly run: BreakingRun | undefined
      readonly model: RunModel
    }

/** The shortest run that breaks a promise. */
export interface BreakingRun {
  readonly acts: readonly TimedAct[]
  /** How it breaks the promise: the end of the story. */
  readonly breach: string
  readonly help?: string
  /** True where it is what does not happen that breaks it. */
  readonly isAtRest?: true
  /** With whom it begins. */
  readonly person: Person
  /** Of a run that never ends: the position of the act with which it begins again. */
  readonly again?: number
}
