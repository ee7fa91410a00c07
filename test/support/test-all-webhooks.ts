import { compileProgram } from '../../src/compile/compile-program.ts'
import type { ContractResult } from '../../src/contract/contract-result.ts'
import { testWebhook } from '../../src/contract/test-webhook.ts'
import type { Workspace } from '../../src/model/workspace.ts'

/** The contract tests of every webhook of a workspace, without a network, with seed 1. */
export async function testAllWebhooks(
  workspace: Workspace,
  runs: number,
): Promise<readonly ContractResult[]> {
  const results: ContractResult[] = []
  for (const { deployments } of workspace.programs) {
    for (const { program } of deployments) {
      const compiled = compileProgram(program)
      for (const webhook of compiled.webhooks) {
        results.push(
          await testWebhook({
            compiled,
            webhook,
            runs,
            seed: 1,
            path: undefined,
            leads: workspace.leads,
            network: undefined,
            now: () => 0,
            onProgress: () => undefined,
          }),
        )
      }
    }
  }
  return results
}
