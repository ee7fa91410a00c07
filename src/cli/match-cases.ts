import type { ContractResult } from '../contract/contract-result.ts'
import { replayOfFound } from '../contract/describe-failure.ts'
import type { Diagnostic, Kept } from '../diagnostic/finding.ts'
import { diagnosticIdentity } from '../diagnostic/order-diagnostics.ts'
import type { FoundCase } from '../model/found-case.ts'

/** Where cases are kept, by id. */
export type KeptCases = ReadonlyMap<string, Kept>

/** The same results, whose failures say where they are kept. */
export function matchCases(
  results: readonly ContractResult[],
  kept: KeptCases,
): readonly ContractResult[] {
  return results.map((result) => ({
    ...result,
    failures: result.failures.map((failure) => {
      const place = kept.get(failure.counterexample?.id ?? '')
      return place === undefined ? failure : mark(failure, place)
    }),
  }))
}

function mark(failure: Diagnostic, kept: Kept): Diagnostic {
  const { counterexample, effect } = failure
  if (counterexample?.id === undefined) return failure
  const replay = replayOfFound(counterexample.id)
  return {
    ...failure,
    ...(kept.as === 'fixed' ? { effect: `failed again (was fixed): ${effect ?? ''}` } : {}),
    counterexample: { ...counterexample, replay, kept },
  }
}

/** All failures; of environments that say the same, the one that is kept comes first and speaks for the others. */
export function failuresOf(results: readonly ContractResult[]): readonly Diagnostic[] {
  const failures = results.flatMap((result) => result.failures)
  return [...failures.filter(isKept), ...failures.filter((failure) => !isKept(failure))]
}

function isKept({ counterexample }: Diagnostic): boolean {
  return counterexample?.kept !== undefined
}

/** The failures that no case is kept of, each once, as cases. */
export function unkeptCases(results: readonly ContractResult[]): readonly FoundCase[] {
  const told = new Set<string>()
  const ids = new Set<string>()
  for (const failure of failuresOf(results)) {
    const identity = diagnosticIdentity(failure)
    const id = failure.counterexample?.id
    if (!told.has(identity) && !isKept(failure) && id !== undefined) ids.add(id)
    told.add(identity)
  }
  return results.flatMap(({ cases = [] }) => cases.filter(({ id }) => ids.has(id)))
}
