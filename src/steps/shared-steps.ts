import type { StepContext } from './step-context.ts'

/**
 * Whether what a step does belongs to the subscription, so that whoever does it for one environment has
 * done it for all of them: fields, accesses, the endpoint, and webhooks that are not of one environment.
 * A webhook that the definition does not have (any more) counts as shared: nobody must delete it twice.
 */
export function isSharedStep(id: string, context: StepContext | undefined): boolean {
  const [kind, name] = id.split('.')
  if (kind === 'field' || kind === 'access') return true
  if (kind === 'endpoint' && (name === 'secret' || name === 'allowlist')) return true
  if (kind !== 'webhook' && kind !== 'endpoint') return false
  const webhook = context?.compiled.program.webhooks.find((each) => each.id.value === name)
  return webhook?.scope.value !== 'environment'
}
