import { compileProgram } from '../compile/compile-program.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { proveWebhook } from '../contract/proof/prove-webhook.ts'
import type { TokenProof } from '../contract/proof/token-proof.ts'
import { summarizeToken } from '../contract/proof/token-summary.ts'
import type { Deployment } from '../model/workspace.ts'

/** The tokens of one webhook, in the environments in which they have the same proof. */
export interface ProvenWebhook {
  readonly program: string
  readonly webhook: CompiledWebhook
  readonly environments: readonly string[]
  readonly proofs: readonly TokenProof[]
}

/** Proves the tokens of a program; environments that do not differ are told of once. */
export function proveProgram(
  program: string,
  deployments: readonly Deployment[],
): readonly ProvenWebhook[] {
  const found = new Map<string, ProvenWebhook>()
  for (const deployment of deployments) {
    const compiled = compileProgram(deployment.program)
    for (const webhook of compiled.webhooks) {
      const proofs = proveWebhook(compiled, webhook)
      const key = JSON.stringify([webhook.id, proofs.map(summarizeToken)])
      const environments = [...(found.get(key)?.environments ?? []), deployment.environment]
      found.set(key, { program, webhook, environments, proofs })
    }
  }
  return [...found.values()]
}
