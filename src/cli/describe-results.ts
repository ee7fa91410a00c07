import type { ContractResult } from '../contract/contract-result.ts'
import { plural } from '../report/summary.ts'

/** Test results in words: "21 webhooks tested with 12,000 leads, seed 1, in 3.2 s". */
export function describeResults(results: readonly ContractResult[]): readonly string[] {
  if (results.length === 0) return []
  const sum = (pick: (result: ContractResult) => number): number =>
    results.reduce((total, result) => total + pick(result), 0)
  const leads = countLeads(sum((result) => result.leads))
  const worlds = Math.max(...results.map((result) => result.assumptionSets))
  const seconds = (sum((result) => result.milliseconds) / 1000).toFixed(1)
  const webhooks = plural(results.length, 'webhook')
  return [
    `${webhooks} tested with ${leads} under up to ${plural(worlds, 'combination')} of assumptions, seed ${results[0]?.seed ?? 0}, ${seconds} s`,
  ]
}

/** A line for each program: what a newcomer wants to see of `check`. */
export function programLines(
  results: readonly ContractResult[],
  counts: ReadonlyMap<string, { readonly environments: number; readonly files: number }>,
): readonly string[] {
  return [...counts].map(([id, { environments, files }]) => {
    const own = results.filter((result) => result.program === id)
    const leads = countLeads(own.reduce((total, result) => total + result.leads, 0))
    const failed = own.reduce((total, result) => total + result.failures.length, 0)
    const seconds = (own.reduce((total, result) => total + result.milliseconds, 0) / 1000).toFixed(
      1,
    )
    const verdict = failed === 0 ? 'passed' : `${plural(failed, 'check')} failed`
    return `${id}: linted for ${plural(environments, 'environment')}, ${plural(files, 'file')} up to date, ${leads} ${verdict} in ${seconds} s`
  })
}

function countLeads(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'lead' : 'leads'}`
}
