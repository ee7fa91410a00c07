import type { ContractResult } from '../contract/contract-result.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { FoundCase } from '../model/found-case.ts'
import type { FoundFile } from '../model/load-found-cases.ts'
import type { Workspace } from '../model/workspace.ts'

/** What a run looks at: everything that is not named is looked at whole. */
export interface Scope {
  readonly names: readonly string[]
  readonly env: string | undefined
  readonly webhook: string | undefined
}

/** Found cases of what a run looked at and did not find, with what is missing in words. */
export function staleCases(
  cases: readonly FoundFile[],
  {
    workspace,
    results,
  }: { readonly workspace: Workspace; readonly results: readonly ContractResult[] },
  scope: Scope,
): readonly StaleCase[] {
  const unplaced = new Map(
    results.flatMap(({ replayed }) =>
      replayed.flatMap(({ id, missing }) =>
        missing === undefined ? [] : [[id, missing] as const],
      ),
    ),
  )
  return cases.flatMap((each) => {
    const missing = unplaced.get(each.found.id) ?? missingPlace(each.found, workspace, scope)
    return missing === undefined ? [] : [staleCase(each, missing)]
  })
}

/** Undefined where the place is there, or where this run did not look for it. */
export function missingPlace(
  { context }: FoundCase,
  { programs }: Workspace,
  { names, env, webhook }: Scope,
): string | undefined {
  const family = programs.find(({ id }) => id === context.program)
  if (family === undefined) return names.length > 0 ? undefined : `the program "${context.program}"`
  const deployment = family.deployments.find(
    ({ environment }) => environment === context.environment,
  )
  if (deployment === undefined) {
    if (env !== undefined) return undefined
    return `the environment "${context.environment}" of "${context.program}"`
  }
  const isThere = deployment.program.webhooks.some(({ id }) => id.value === context.webhook)
  if (isThere || webhook !== undefined) return undefined
  return `the webhook "${context.webhook}" of "${context.program}"`
}

/** A note that says what is missing, and what to do. */
export type StaleCase = Diagnostic & { readonly help: string }

export function staleCase({ file, found }: FoundFile, missing: string): StaleCase {
  return {
    rule: 'found-case-current',
    severity: 'info',
    at: { file, start: 0, end: 0 },
    message: `the found case ${found.id} is for ${missing}, which is not there any more`,
    effect: 'it is not replayed',
    help: `delete ${file}, unless that comes back`,
  }
}
