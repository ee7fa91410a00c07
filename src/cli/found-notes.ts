import type { ContractResult } from '../contract/contract-result.ts'
import { diagnosticIdentity } from '../diagnostic/order-diagnostics.ts'
import type { FoundCase } from '../model/found-case.ts'
import { plural } from '../report/summary.ts'
import type { KeptCases } from './match-cases.ts'

/** What was written, in words. */
export function describeKept(
  { written, passing }: { readonly written: KeptCases; readonly passing: readonly string[] },
  folder: string,
): readonly string[] {
  return [
    ...(written.size === 0
      ? []
      : [
          `kept under ${folder}: ${plural(written.size, 'new case')}; commit the files: later runs replay them first`,
        ]),
    ...(passing.length === 0 ? [] : [`marked as fixed: ${passing.join(', ')}`]),
  ]
}

/** Failures that are no cases: a fixture lead may be a real person's, by mistake. */
export function describeUnkeepable(results: readonly ContractResult[]): readonly string[] {
  const failures = results
    .filter(({ cases }) => cases !== undefined)
    .flatMap((result) => result.failures)
    .filter(({ counterexample }) => counterexample !== undefined && counterexample.id === undefined)
  const count = new Set(failures.map(diagnosticIdentity)).size
  if (count === 0) return []
  const verb = count === 1 ? 'is' : 'are'
  return [
    `${plural(count, 'failure')} of a fixture lead ${verb} not kept: only its own value fails, and it may be a person's`,
  ]
}

/** What was not written, why, and what would write it. */
export function describeUnkept(
  { fresh, passing }: { readonly fresh: readonly FoundCase[]; readonly passing: readonly string[] },
  refusal: string,
  command: string,
): readonly string[] {
  const parts = [
    ...(fresh.length === 0 ? [] : [`${plural(fresh.length, 'new case')} not kept`]),
    ...(passing.length === 0 ? [] : [`${plural(passing.length, 'case')} not marked as fixed`]),
  ]
  if (parts.length === 0) return []
  return [`${parts.join(' and ')} (${refusal}); on your machine, run: ${command}`]
}
