import type { ContractResult } from '../contract/contract-result.ts'
import { diagnosticIdentity } from '../diagnostic/order-diagnostics.ts'
import { GUARANTEE_CHECKS } from '../guarantee/guarantee-checks.ts'
import { RULES } from '../lint/rules.ts'
import { dayOf } from '../model/review.ts'
import type { Report } from '../report/report.ts'
import { mayHoldSuppression } from '../suppression/parse-suppression.ts'
import type { KnownChecks } from '../suppression/known-checks.ts'
import { settle } from '../suppression/settle.ts'
import type { JudgedKind, Terms } from '../suppression/terms.ts'
import type { CommandContext } from './command.ts'
import { openBaseline, writeBaseline } from './open-baseline.ts'

type Findings = Pick<Report, 'diagnostics' | 'results' | 'files'>

/** By what findings may be accepted, and whether the baseline is written anew before. */
export interface SettleOptions {
  readonly terms: Terms
  readonly updatesBaseline?: boolean
}

/** Sets apart what comments in the sources and the baseline accept. */
export async function settleReport(
  findings: Findings,
  { terms, updatesBaseline = false }: SettleOptions,
  context: CommandContext,
): Promise<Findings & Pick<Report, 'suppressed'>> {
  const { host } = context
  const input = {
    diagnostics: findings.diagnostics,
    files: findings.files,
    today: dayOf(host.now()),
    known: await knownChecks(findings),
    isJudged: (rule: string) => terms.judges.includes(kindOf(rule)),
    baseline: openBaseline(terms, host.files),
  }
  const baseline = updatesBaseline ? writeBaseline(input, context) : input.baseline
  const { diagnostics, suppressed } = settle({ ...input, baseline })
  const accepted = new Set(suppressed.map(({ diagnostic }) => diagnosticIdentity(diagnostic)))
  return {
    diagnostics,
    ...(suppressed.length === 0 ? {} : { suppressed }),
    results: findings.results.map((result) => withoutAccepted(result, accepted)),
    files: baseline === undefined ? findings.files : [...findings.files, baseline.file],
  }
}

function kindOf(rule: string): JudgedKind {
  if (LINT_RULES.has(rule)) return 'lint'
  return Object.hasOwn(GUARANTEE_CHECKS, rule) ? 'guarantee' : 'contract'
}

const LINT_RULES: ReadonlySet<string> = new Set(RULES.map(({ id }) => id))

/** The contract engine is loaded only where somebody has accepted something, or it has run anyway. */
async function knownChecks({ results, files }: Findings): Promise<KnownChecks> {
  const isNeeded = results.length > 0 || files.some(({ text }) => mayHoldSuppression(text))
  if (!isNeeded) return { suppressible: LINT_RULES, others: new Set() }
  return (await import('./known-checks.ts')).KNOWN_CHECKS
}

function withoutAccepted(result: ContractResult, accepted: ReadonlySet<string>): ContractResult {
  const isAccepted = (failure: ContractResult['failures'][number]): boolean =>
    accepted.has(diagnosticIdentity(failure))
  const suppressed = result.failures.filter(isAccepted)
  if (suppressed.length === 0) return result
  return {
    ...result,
    failures: result.failures.filter((failure) => !isAccepted(failure)),
    suppressed,
  }
}
