import { figure } from '../base/figure.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import { coveredPercent } from '../contract/coverage.ts'
import { coverageByWebhook } from '../contract/coverage-by-webhook.ts'
import type { FoundVerdict } from '../contract/found/replay-found.ts'
import type { Shard } from '../contract/shard.ts'
import type { BuiltProgram, Checked, GuaranteeCount } from '../report/report.ts'
import { countVerdicts, tokenTables } from '../report/token-table.ts'
import { plural } from '../report/summary.ts'

/** Test results in words: "21 webhooks tested with 12,000 leads from seed 1 in 3.2 s". */
export function describeResults(
  results: readonly ContractResult[],
  shard?: Shard,
): readonly Checked[] {
  if (results.length === 0) return []
  const leads = countLeads(results)
  const worlds = Math.max(...results.map((result) => result.assumptionSets))
  const webhooks = plural(results.length, 'webhook')
  const part = shard === undefined ? '' : ` (shard ${shard.index} of ${shard.count})`
  return [
    ...describeReplayed(results.flatMap(({ replayed }) => replayed)),
    {
      text: `${webhooks} tested with ${leads} under up to ${plural(worlds, 'combination')} of assumptions from seed ${results[0]?.seed ?? 0}${part}`,
      milliseconds: timeOf(results),
    },
  ]
}

/** How much of what could be tried was tried, in one line. */
export function coverageLine(results: readonly ContractResult[]): readonly Checked[] {
  const cells = coverageByWebhook(results).flatMap((webhook) => webhook.cells)
  if (cells.length === 0) return []
  return [{ text: `coverage: ${coveredPercent(cells)} % of ${figure(cells.length)} cells` }]
}

/** What is proven of tokens, in one line: "tokens: 8 proven, 1 refuted, 0 unknown". */
export function tokensLine(results: readonly ContractResult[]): readonly Checked[] {
  const tokens = tokenTables(results).flatMap(({ said }) => said)
  return tokens.length === 0 ? [] : [{ text: `tokens: ${countVerdicts(tokens)}` }]
}

/** What is proven of guarantees, in one line: "guarantees: 4 proven, 1 refuted, 0 unknown". */
export function guaranteesLine(count: GuaranteeCount | undefined): readonly Checked[] {
  if (count === undefined) return []
  const { proven, refuted, unknown } = count
  return [{ text: `guarantees: ${proven} proven, ${refuted} refuted, ${unknown} unknown` }]
}

/** Found cases in words: "3 found cases replayed: 1 fails, 2 pass". */
function describeReplayed(replayed: readonly FoundVerdict[]): readonly Checked[] {
  const judged = replayed.filter(({ verdict }) => verdict !== 'stale')
  if (judged.length === 0) return []
  const count = (status: FoundVerdict['status'], verdict: FoundVerdict['verdict']): number =>
    judged.filter((each) => each.status === status && each.verdict === verdict).length
  const parts = [
    [count('fixed', 'fails'), 'failed again'],
    [count('open', 'fails'), 'still failing'],
    [count('open', 'passes'), 'passing for the first time'],
    [count('fixed', 'passes'), 'passing'],
  ] as const
  const words = parts.flatMap(([number, verdict]) => (number === 0 ? [] : [`${number} ${verdict}`]))
  return [{ text: `${plural(judged.length, 'found case')} replayed: ${words.join(', ')}` }]
}

/** A line for each program: what a newcomer wants to see of `check`. */
export function programLines(
  results: readonly ContractResult[],
  programs: readonly BuiltProgram[],
): readonly Checked[] {
  return programs.map(({ id, environments, files }) => {
    const own = results.filter((result) => result.program === id)
    const failed = own.reduce((total, result) => total + result.failures.length, 0)
    const accepted = own.reduce((total, { suppressed = [] }) => total + suppressed.length, 0)
    const verdict = [
      ...(failed > 0 ? [`, ${plural(failed, 'failure')}`] : []),
      ...(accepted > 0 ? [`, ${plural(accepted, 'failure')} suppressed`] : []),
    ].join('')
    return {
      text: `${id}: linted for ${plural(environments, 'environment')}, ${plural(files, 'file')} up to date, ${countLeads(own)}${verdict || ' passed'}`,
      milliseconds: timeOf(own),
    }
  })
}

function timeOf(results: readonly ContractResult[]): number {
  return results.reduce((total, { measured }) => total + measured.milliseconds, 0)
}

/** "7,500 leads", or "2,394 of 7,500 leads" where the time was over before the last. */
function countLeads(results: readonly ContractResult[]): string {
  const count = results.reduce((total, { leads }) => total + leads, 0)
  const cut = results.reduce((total, { leadsCut = 0 }) => total + leadsCut, 0)
  if (cut > 0) return `${figure(count)} of ${figure(count + cut)} leads (time was over)`
  return `${figure(count)} ${count === 1 ? 'lead' : 'leads'}`
}
