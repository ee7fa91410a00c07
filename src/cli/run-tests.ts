import { hideInData } from '../base/hide-texts.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import { testWebhook } from '../contract/test-webhook.ts'
import type { Shard } from '../contract/shard.ts'
import type { FoundCase } from '../model/found-case.ts'
import { listenersElsewhere } from '../model/failure-campaigns.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { UsageError, type CommandContext } from './command.ts'
import { selectDeployments, unknown } from './open-project.ts'
import { progressLine } from './progress.ts'

export interface TestOptions {
  readonly runs: number
  readonly seed: number
  /** For all webhooks together, in milliseconds. */
  readonly maxTime: number | undefined
  readonly path: string | undefined
  readonly env: string | undefined
  readonly webhook: string | undefined
  readonly only: readonly string[] | undefined
  readonly found: readonly FoundCase[]
  readonly target: 'schema' | 'receiver'
  readonly shard: Shard | undefined
  readonly minCoverage: number | undefined
  /** Texts that no result may show. */
  readonly hidden: readonly string[]
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
  const targets = testTargets(programs, options)
  const started = host.now()
  for (const [nth, { compiled, webhook }] of targets.entries()) {
    const { id, environment } = compiled.program
    const title = `testing ${id.value} ${environment.id.value} ${webhook.id}`
    results.push(
      await testWebhook({
        compiled,
        webhook,
        runs: options.runs,
        seed: options.seed,
        maxMilliseconds: shareOfTime(options, host.now() - started, targets.length - nth),
        path: options.path,
        ...(options.shard === undefined ? {} : { shard: options.shard }),
        only: options.only,
        found: options.found.filter(({ context: { program, environment: env, webhook: of } }) => {
          return program === id.value && env === environment.id.value && of === webhook.id
        }),
        leads: workspace.leads,
        hidden: options.hidden,
        listeners: listenersElsewhere(compiled.program, workspace.programs),
        network: options.target === 'schema' ? undefined : host,
        now: host.now,
        onProgress: (done, total) => progress.show(`${title}: ${done} of ${total} leads`),
      }),
    )
  }
  progress.done()
  if (results.length === 0 && programs.length > 0)
    throw new UsageError(nothingTested(programs, options))
  if (options.path !== undefined && results.every(isEmpty)) {
    throw new UsageError(noLeadAt(options.path))
  }
  return hideInData(results, options.hidden)
}

function isEmpty({ leads, replayed }: ContractResult): boolean {
  return leads === 0 && replayed.length === 0
}

export function noLeadAt(path: string): string {
  return `there is no lead at the path "${path}"; copy the replay line of a failure as a whole`
}

interface TestTarget {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
}

function testTargets(
  programs: readonly ProgramFamily[],
  options: TestOptions,
): readonly TestTarget[] {
  return programs
    .flatMap((family) => selectDeployments(family, options.env))
    .map(({ program }) => compileProgram(program))
    .flatMap((compiled) => compiled.webhooks.map((webhook) => ({ compiled, webhook })))
    .filter(({ webhook: { id } }) => id === (options.webhook ?? id))
}

/** What is left of the time, in equal parts for the webhooks that are left: none starves the last. */
function shareOfTime(
  { maxTime }: TestOptions,
  spent: number,
  webhooks: number,
): number | undefined {
  return maxTime === undefined ? undefined : Math.max(0, maxTime - spent) / webhooks
}

function nothingTested(programs: readonly ProgramFamily[], { webhook, env }: TestOptions): string {
  const deployments = programs.flatMap((family) => family.deployments)
  const ids = [
    ...new Set(deployments.flatMap(({ program }) => program.webhooks.map(({ id }) => id.value))),
  ]
  if (webhook !== undefined && !ids.includes(webhook)) return unknown('webhook', webhook, ids)
  return `no named program is for the environment "${env ?? ''}"`
}
