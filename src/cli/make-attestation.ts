import { LEDGER_FORMAT, type Attestation } from '../ledger/attestation.ts'
import { joinAttestations } from '../ledger/join-attestations.ts'
import { definitionFingerprint } from '../model/definition-fingerprint.ts'
import { deploymentContext, familyOf } from '../steps/deployment-context.ts'
import { planAttested, stateIn, type AttestedDeployment } from '../steps/plan-attested.ts'
import { stateOf } from '../steps/plan-state.ts'
import { thingNames } from '../steps/thing-names.ts'
import { wantedSteps } from '../steps/wanted-steps.ts'

export interface Attesting {
  /** Ids of steps that are done, or whose work is taken out. */
  readonly ids: readonly string[]
  /** Ids of everything that the plan would settle. */
  readonly pending: readonly string[]
  readonly by: string
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The commit that holds this definition. */
  readonly commit: string | undefined
}

/** A line of the ledger, and how many steps there are left to do after it. */
export interface Attested {
  readonly attestation: Attestation
  readonly left: number
}

/** What somebody attests; undefined where the ledger has it all already. */
export function makeAttestation(
  deployment: AttestedDeployment,
  { ids, pending, by, now, commit }: Attesting,
): Attested | undefined {
  const { workspace, program, environment, attestations } = deployment
  const context = deploymentContext(workspace, program, environment)
  const wanted = context === undefined ? [] : wantedSteps(context)
  const { steps: known, last } = stateIn(deployment)
  // What is not pending is there: its id has changed since, or the way in which fingerprints are taken.
  const done = wanted.filter(
    ({ step: { id }, fingerprint }) =>
      ids.includes(id) || (known.get(id)?.fingerprint !== fingerprint && !pending.includes(id)),
  )
  const removed = ids.filter((id) => known.has(id) && !wanted.some(({ step }) => step.id === id))
  const state = stateOf(context) ?? last
  const definition = definitionOf(deployment) ?? last?.definition
  if (state === undefined || definition === undefined) return undefined
  const isNew = done.some(
    ({ step, fingerprint }) => known.get(step.id)?.fingerprint !== fingerprint,
  )
  const isSame = last?.fingerprint === state.fingerprint && last.definition === definition
  if (!isNew && removed.length === 0 && isSame) return undefined
  const attestation: Attestation = {
    formatVersion: LEDGER_FORMAT,
    program,
    environment,
    revision: state.revision,
    fingerprint: state.fingerprint,
    definition,
    isComplete: false,
    commit,
    by,
    at: timeAfter(attestations, now),
    steps: Object.fromEntries(done.map(({ step, fingerprint }) => [step.id, fingerprint])),
    removed,
    names: context === undefined ? {} : thingNames(context),
  }
  const left = stepsAfter(deployment, attestation)
  const isComplete = context !== undefined && left === 0
  return { attestation: { ...attestation, isComplete }, left }
}

function definitionOf({ workspace, program }: AttestedDeployment): string | undefined {
  const family = familyOf(workspace, program)
  return family === undefined ? undefined : definitionFingerprint(family)
}

/** Later than everything that is known, also where another computer's clock was ahead. */
function timeAfter(attestations: readonly Attestation[], now: number): string {
  const earlier = attestations.map(({ at }) => Date.parse(at) + 1)
  return new Date(Math.max(Math.floor(now), ...earlier)).toISOString()
}

function stepsAfter(deployment: AttestedDeployment, attestation: Attestation): number {
  const attestations = joinAttestations([...deployment.attestations, attestation])
  return planAttested({ ...deployment, attestations }).steps.length
}
