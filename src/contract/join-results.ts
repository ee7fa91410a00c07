import type { ContractResult } from './contract-result.ts'
import { addCoverage } from './coverage.ts'
import { joinFailures } from './join-failures.ts'
import { addCounts } from './tally.ts'

/** The parts of one webhook's test as the test that was not divided. */
export function joinResults(
  first: ContractResult,
  others: readonly ContractResult[],
): ContractResult {
  const parts = [first, ...others]
  const leadsCut = sum(parts.map((part) => part.leadsCut ?? 0))
  return {
    ...first,
    leads: sum(parts.map(({ leads }) => leads)),
    ...(parts.every(({ unknown }) => unknown === undefined)
      ? {}
      : { unknown: sum(parts.map(({ unknown = 0 }) => unknown)) }),
    ...(leadsCut === 0 ? {} : { leadsCut }),
    checks: addCounts(parts.map(({ checks }) => checks)),
    coverage: addCoverage(parts.map(({ coverage }) => coverage)),
    failures: joinFailures(parts.map(({ failures }) => failures)),
    replayed: parts.flatMap(({ replayed }) => replayed),
    measured: {
      milliseconds: sum(parts.map(({ measured }) => measured.milliseconds)),
      latencies: parts.flatMap(({ measured }) => measured.latencies),
    },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
