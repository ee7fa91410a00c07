import type { HostFiles } from '../../host/host.ts'
import type { Workspace } from '../../model/workspace.ts'
import { usedBy } from '../../rotation/used-secrets.ts'
import { deploymentContext, environmentsIn } from '../../steps/deployment-context.ts'
import { rotationProgress, type RotationProgress } from '../../steps/rotation-progress.ts'
import { secretRotation } from '../../steps/secret-rotation.ts'
import { UsageError } from '../command.ts'
import { checkEnvironment, unknown } from '../open-project.ts'
import { readLedgers, type ProgramLedger } from '../read-ledgers.ts'

export interface OpenedRotation {
  readonly workspace: Workspace
  readonly progress: RotationProgress
  /** Of the programs that send the secret. */
  readonly ledgers: readonly ProgramLedger[]
  /** The environments of the subscription. */
  readonly environments: readonly string[]
}

/** The rotation of a secret, with what the ledgers of its programs say of it. */
export function openRotation(
  workspace: Workspace,
  secret: string,
  words: { readonly subscription?: string; readonly env?: string },
  files: HostFiles,
): OpenedRotation {
  const known = workspace.project?.secrets.map(({ id }) => id.value) ?? []
  if (!known.includes(secret)) throw new UsageError(unknown('secret', secret, known))
  const subscription = chosenSubscription(workspace, secret, words)
  const contexts = workspace.programs.flatMap(({ id }) => {
    const [first] = environmentsIn(workspace, id, subscription)
    const context = first === undefined ? undefined : deploymentContext(workspace, id, first)
    return context === undefined ? [] : [context]
  })
  const rotation = secretRotation(secret, contexts)
  if (rotation === undefined)
    throw new UsageError(
      `no webhook sends "${secret}" in ${subscription}: nothing is to be rotated`,
    )
  const environments =
    workspace.project?.environments
      .filter((each) => each.subscription.value === subscription)
      .map(({ id }) => id.value) ?? []
  const ledgers = readLedgers(workspace, files).filter(({ program }) =>
    rotation.programs.includes(program),
  )
  const attestations = ledgers
    .flatMap((ledger) => ledger.attestations)
    .filter(({ environment }) => environments.includes(environment))
  return { workspace, progress: rotationProgress(rotation, attestations), ledgers, environments }
}

function chosenSubscription(
  workspace: Workspace,
  secret: string,
  { subscription, env }: { readonly subscription?: string; readonly env?: string },
): string {
  checkEnvironment(workspace, env)
  const { project } = workspace
  const ids = project?.subscriptions.map(({ id }) => id.value) ?? []
  if (subscription !== undefined && !ids.includes(subscription))
    throw new UsageError(unknown('subscription', subscription, ids))
  const ofEnvironment = project?.environments.find(({ id }) => id.value === env)?.subscription.value
  const named = subscription ?? ofEnvironment
  if (named !== undefined) return named
  const isUsed = usedBy(workspace.programs)
  const [first, ...more] = ids.filter((id) => isUsed(secret, id))
  if (first !== undefined && more.length === 0) return first
  throw new UsageError(
    first === undefined
      ? `no webhook sends "${secret}": nothing is to be rotated`
      : `"${secret}" is sent in ${[first, ...more].join(' and ')}; say --subscription ${first}`,
  )
}
