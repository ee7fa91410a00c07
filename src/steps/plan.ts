import type { Step } from './step.ts'

/** What there is to do so that a program in an environment becomes what the repository says. */
export interface Plan {
  readonly program: string
  readonly environment: string
  /** Path of the runbook on which the steps are explained; undefined where the definition is gone. */
  readonly page: string | undefined
  /**
   * nothing: everything is there. set-up: nothing is there yet. change: some of it differs.
   * retire: the definition is gone, and its work is still there.
   */
  readonly status: 'nothing' | 'set-up' | 'change' | 'retire'
  /** What is known to be there: the last attestation, or the earlier revision; undefined where there is none. */
  readonly from: PlanState | undefined
  /** What shall be there; undefined where the definition is gone. */
  readonly to: PlanState | undefined
  /** What is known to be there, by the ids of the steps that have brought it: the fingerprint of each. */
  readonly startsFrom: Readonly<Record<string, string>>
  /** In the order in which they are done. */
  readonly steps: readonly PlanStep[]
}

/** A state of a program in an environment, as its runbook shows it. */
export interface PlanState {
  readonly revision: number
  readonly fingerprint: string
}

export interface PlanStep {
  /**
   * The act as it is done now: an edit names only what differs. Its id is that of the runbook's step,
   * where the page has one.
   */
  readonly step: Step
  /** around: nothing of it stays, such as switching off and on, or proving. */
  readonly motion: 'make' | 'edit' | 'remove' | 'around'
  /** Which field gets which value; empty where the old values are not known, and for what is not an edit. */
  readonly changes: readonly FieldChange[]
  /** Ids of what the ledger knows afterwards, or knows no more. */
  readonly settles: readonly string[]
}

/** Whether something is taken out of Marketo, which keeps no copy. What the endpoint's owner lets go can be had again. */
export function isRemoval({ motion, step }: PlanStep): boolean {
  return motion === 'remove' && step.actor !== 'receiver'
}

/** One difference within a dialog or tab. */
export interface FieldChange {
  readonly motion: 'set' | 'add' | 'remove' | 'order'
  /** `Template`, `row Authorization, Value`, `trigger Data Value Changes, Attribute`. */
  readonly place: string
  /** Undefined where there was none, and where the value is one that nobody reads. */
  readonly before: string | undefined
  readonly after: string | undefined
}
