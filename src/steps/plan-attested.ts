import type { Attestation } from '../ledger/attestation.ts'
import type { Change } from '../diff/change.ts'
import { attestedState, type AttestedState } from '../ledger/attested-state.ts'
import type { Workspace } from '../model/workspace.ts'
import { deploymentContext, runbookOf, subscriptionOf } from './deployment-context.ts'
import { changesIn, planDeployment } from './plan-deployment.ts'
import { stateOf } from './plan-state.ts'
import type { Plan } from './plan.ts'
import { isSharedStep } from './shared-steps.ts'
import type { Step } from './step.ts'
import { wantedElsewhere } from './wanted-elsewhere.ts'

/** A program in an environment, with what its ledger says. */
export interface AttestedDeployment {
  readonly workspace: Workspace
  readonly program: string
  readonly environment: string
  /** Of the program in all environments, oldest first. */
  readonly attestations: readonly Attestation[]
}

/** What is known to be there, shared steps of environments beside it included. */
export function stateIn(deployment: AttestedDeployment): AttestedState {
  const { workspace, program, environment, attestations } = deployment
  const context = deploymentContext(workspace, program, environment)
  const subscription = subscriptionOf(workspace, environment)
  const others = new Set(attestations.map((attestation) => attestation.environment))
  const siblings = [...others].filter(
    (each) =>
      each !== environment &&
      subscription !== undefined &&
      subscriptionOf(workspace, each) === subscription,
  )
  const isShared = (step: string): boolean => isSharedStep(step, context)
  return attestedState(attestations, { environment, siblings, isShared })
}

/** What git still knows of the attested state. */
export interface Remembered {
  /** Steps as they were attested, by id: with them, edits name fields and values. */
  readonly old?: ReadonlyMap<string, Step>
  /** What differs from the definition that was attested last; undefined where that is not known. */
  readonly changes?: readonly Change[] | undefined
}

/** What there is to do from the last attested state to the definition. */
export function planAttested(
  deployment: AttestedDeployment,
  { old = new Map(), changes }: Remembered = {},
): Plan {
  const { workspace, program, environment } = deployment
  const { steps, names, last } = stateIn(deployment)
  const context = deploymentContext(workspace, program, environment)
  return planDeployment({
    program,
    environment,
    page: runbookOf(workspace, program, environment),
    context,
    from: last && { revision: last.revision, fingerprint: last.fingerprint },
    to: stateOf(context),
    known: {
      steps: new Map([...steps].map(([id, { fingerprint }]) => [id, fingerprint])),
      names,
      old,
    },
    wantedElsewhere: () => wantedElsewhere([workspace], program, environment),
    changes: changesIn(environment, program, changes ?? []),
    isCompared: (step) =>
      changes !== undefined &&
      last?.commit !== undefined &&
      steps.get(step)?.attestation.commit === last.commit,
  })
}
