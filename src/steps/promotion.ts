import { definitionFingerprint } from '../model/definition-fingerprint.ts'
import type { Environment } from '../model/project.ts'
import { familyOf } from './deployment-context.ts'
import { planAttested, type AttestedDeployment } from './plan-attested.ts'

/** What stands between a definition and an environment that is promoted from another subscription. */
export type Promotion =
  /** The subscription is promoted from none, or the definition is proven there. */
  | { readonly status: 'free' }
  /** The program has no environment there: there is nothing to hold it against. */
  | { readonly status: 'nowhere'; readonly subscription: string }
  | {
      readonly status: 'unproven'
      readonly subscription: string
      /** Where it has to be attested first; any one of them will do. */
      readonly environments: readonly string[]
      /** Whether anybody has ever attested anything there. */
      readonly wasAttested: boolean
      /** Ids of the steps that are missing in the first of them. */
      readonly missing: readonly string[]
    }

/**
 * Whether the definition as it is now was brought into the subscription before: attested there as a
 * whole at the same fingerprint of the definition, or nothing left to do there. Environments of the same
 * region and business unit are asked, where there are any; otherwise all.
 */
export function promotionOf(deployment: AttestedDeployment): Promotion {
  const { workspace, program, environment, attestations } = deployment
  const family = familyOf(workspace, program)
  const own = family?.deployments.find((each) => each.environment === environment)
  const subscription = own?.program.subscription.promotesFrom?.value
  if (family === undefined || own === undefined || subscription === undefined)
    return { status: 'free' }
  const there = family.deployments
    .map((each) => each.program)
    .filter((each) => each.subscription.id.value === subscription)
    .map((each) => each.environment)
  const alike = there.filter((each) => isAlike(each, own.program.environment))
  const asked = (alike.length === 0 ? there : alike).map(({ id }) => id.value)
  if (asked.length === 0) return { status: 'nowhere', subscription }
  const definition = definitionFingerprint(family)
  const isProven = (id: string): boolean =>
    attestations.some(
      (each) => each.environment === id && each.isComplete && each.definition === definition,
    ) || missingIn(deployment, id).length === 0
  if (asked.some(isProven)) return { status: 'free' }
  const missing = missingIn(deployment, asked[0] ?? '')
  const wasAttested = attestations.some((each) => asked.includes(each.environment))
  return { status: 'unproven', subscription, environments: asked, wasAttested, missing }
}

function isAlike(one: Environment, other: Environment): boolean {
  return (
    one.region?.value === other.region?.value &&
    one.businessUnit?.value === other.businessUnit?.value
  )
}

/** Ids of what an environment still lacks. */
function missingIn(deployment: AttestedDeployment, environment: string): readonly string[] {
  const { steps } = planAttested({ ...deployment, environment })
  return steps.flatMap(({ settles }) => settles)
}
