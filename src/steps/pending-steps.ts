import { editStep } from './edit-step.ts'
import { confirmOf, screenParts } from './on-screen.ts'
import type { PlanStep } from './plan.ts'
import { stepChanges } from './step-changes.ts'
import { stepFingerprint } from './step-fingerprint.ts'
import { click, valuesOf, type Movement, type Step } from './step.ts'
import type { WantedStep } from './wanted-steps.ts'

/** What is known of the state from which a plan starts. */
export interface KnownState {
  /** Of each step whose work is there: its fingerprint. */
  readonly steps: ReadonlyMap<string, string>
  /** What the screens call the things that are there, by the beginning of their steps' ids. */
  readonly names: ReadonlyMap<string, string>
  /** The steps as they were done, where the earlier definition can still be read. */
  readonly old: ReadonlyMap<string, Step>
}

/** What is there in another form than wanted, or not at all. */
export function pendingSteps(
  wanted: readonly WantedStep[],
  { steps, old }: KnownState,
): readonly PlanStep[] {
  return wanted.flatMap(({ step, fingerprint }): readonly PlanStep[] => {
    const known = steps.get(step.id)
    if (known === undefined) return [{ step, motion: 'make', changes: [], settles: [step.id] }]
    if (known === fingerprint) return []
    const before = old.get(step.id)
    // A later version of hookbook may take the fingerprint of the same values in another way.
    if (before !== undefined && stepFingerprint(before) === fingerprint) return []
    const changes = before === undefined ? [] : stepChanges(before, step)
    const edited = editStep(placed(step, before), changes)
    return [{ step: edited, motion: 'edit', changes, settles: [step.id] }]
  })
}

/** Where it is edited, and what it is called there: a new name stands on no screen yet. */
function placed(step: Step, before: Step | undefined): Step {
  const edits = before?.edits ?? step.edits
  if (/^webhook\.[^.]+\.dialog$/.test(step.id)) {
    const [name] = valuesOf(before ?? step)
    const names = name === undefined ? {} : { webhook: name.value }
    return {
      ...step,
      ...screenParts('edit-webhook', names),
      movements: savedNotCreated(step),
      edits,
    }
  }
  if (/^campaign\.[^.]+\.create$/.test(step.id)) {
    const movements = step.movements.filter(({ kind }) => kind !== 'do')
    return { ...step, movements, edits }
  }
  // The type of a field can be changed by hand only. Source: Experience League, "Leads".
  if (step.id.startsWith('field.')) return { ...step, actor: 'human', request: undefined, edits }
  return { ...step, edits }
}

/** The dialog that edits a webhook ends with another button than the one that creates it. */
function savedNotCreated({ movements }: Step): readonly Movement[] {
  const create = confirmOf('new-webhook')
  return movements.map((movement) =>
    movement.kind === 'click' && movement.label === create
      ? click(confirmOf('edit-webhook'))
      : movement,
  )
}
