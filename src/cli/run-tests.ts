import { compileProgram } from '../compile/compile-program.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import { testWebhook } from '../contract/test-webhook.ts'
import type { Shard } from '../contract/shard.ts'
import type { FoundCase } from '../model/found-case.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { selectDeployments, unknown } from './open-project.ts'
import { progressLine } from './progress.ts'

export interface TestOptions {
  readonly runs: number
  readonly seed: number
  readonly path: string | undefined
  readonly env: string | undefined
  readonly webhook: string | undefined
  readonly only: readonly string[] | undefined
  readonly found: readonly FoundCase[]
  readonly target: 'schema' | 'receiver'
  readonly shard: Shard | undefined
  readonly minCoverage: number | undefined
}

/** Runs the contract tests of some programs: every webhook in every environment, or those that are named. */
export async function runTests(
  programs: readonly ProgramFamily[],
  workspace: Workspace,
  options: TestOptions,
  context: CommandContext,
): Promise<readonly ContractResult[]> {
  const { host } = context
  const progress = progressLine(host, context.options.quiet)
  const results: ContractResult[] = []
  for (const { program } of programs.flatMap((family) => selectDeployments(family, options.env))) {
    const compiled = compileProgram(program)
    const webhooks = compiled.webhooks.filter(({ id }) => id === (options.webhook ?? id))
    for (const webhook of webhooks) {
      const title = `testing ${program.id.value} ${program.environment.id.value} ${webhook.id}`
      results.push(
        await testWebhook({
          compiled,
          webhook,
          runs: options.runs,
          seed: options.seed,
          path: options.path,
          ...(options.shard === undefined ? {} : { shard: options.shard }),
          only: options.only,
          found: options.found.filter(({ context: { program: id, environment, webhook: of } }) => {
            const isHere = environment === program.environment.id.value && of === webhook.id
            return isHere && id === program.id.value
          }),
          leads: workspace.leads,
          network: options.target === 'schema' ? undefined : host,
          now: host.now,
          onProgress: (done, total) => progress.show(`${title}: ${done} of ${total} leads`),
        }),
      )
    }
  }
  progress.done()
  if (results.length === 0 && programs.length > 0)
    throw new UsageError(nothingTested(programs, options))
  if (options.path !== undefined && results.every(isEmpty)) {
    throw new UsageError(noLeadAt(options.path))
  }
  return results
}

function isEmpty({ leads, replayed }: ContractResult): boolean {
  return leads === 0 && replayed.length === 0
}

export function noLeadAt(path: string): string {
  return `there is no lead at the path "${path}"; copy the replay line of a failure as a whole`
}

function nothingTested(programs: readonly ProgramFamily[], { webhook, env }: TestOptions): string {
  const deployments = programs.flatMap((family) => family.deployments)
  const ids = [
    ...new Set(deployments.flatMap(({ program }) => program.webhooks.map(({ id }) => id.value))),
  ]
  if (webhook !== undefined && !ids.includes(webhook)) return unknown('webhook', webhook, ids)
  return `no named program is for the environment "${env ?? ''}"`
}
