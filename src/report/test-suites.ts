import type { CheckCount, ContractResult } from '../contract/contract-result.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { findingsBeside } from './findings-beside.ts'
import type { Report } from './report.ts'

/** A report in the words of test dashboards: suites of cases that pass or fail. */
export interface TestSuite {
  /** From the outermost: program, environment, webhook. */
  readonly path: readonly string[]
  readonly cases: readonly TestCase[]
}

export interface TestCase {
  readonly name: string
  /** `noted` is worth a look and no failure: a warning, or less. `suppressed` was found and is accepted. */
  readonly status: 'passed' | 'failed' | 'noted' | 'suppressed'
  /** Why it has not passed; none when another case of the suite tells the cause. */
  readonly findings: readonly Diagnostic[]
}

/** What a failed case without a failure of its own says. */
export const SAME_CAUSE = 'it fails for a cause that another check of this webhook tells'

/** What a case says that was found and is accepted. */
export const SUPPRESSED = 'suppressed by a comment, or by the baseline'

/** A webhook's checks are the cases of a suite; what no test found is a suite of its own, with a case for each finding. */
export function testSuites(report: Report): readonly TestSuite[] {
  const tested = report.results.map((result) => ({
    path: [result.program, result.environment, result.webhook],
    cases: result.checks.map((count) => checkCase(count, result)),
  }))
  const accepted = suppressedBeside(report)
  return [
    ...tested,
    { path: ['definitions'], cases: definitionCases(findingsBeside(report), accepted) },
  ]
}

/** A failed check without a failure of its own shares the cause of another, and its fate. */
function checkCase(
  { check, failed }: CheckCount,
  { failures, suppressed = [] }: ContractResult,
): TestCase {
  if (failed === 0) return { name: check, status: 'passed', findings: [] }
  const own = failures.filter(({ rule }) => rule === check)
  const accepted = suppressed.filter(({ rule }) => rule === check)
  const isAccepted = own.length === 0 && suppressed.length > 0
  return isAccepted && (accepted.length > 0 || failures.length === 0)
    ? { name: check, status: 'suppressed', findings: accepted }
    : { name: check, status: 'failed', findings: own }
}

function suppressedBeside({ results, suppressed = [] }: Report): readonly Diagnostic[] {
  const tested = new Set(results.flatMap((result) => result.suppressed ?? []))
  return suppressed.map(({ diagnostic }) => diagnostic).filter((each) => !tested.has(each))
}

function definitionCases(
  findings: readonly Diagnostic[],
  accepted: readonly Diagnostic[],
): readonly TestCase[] {
  const cases = [
    ...findings.map((finding): TestCase => ({
      name: finding.rule,
      status: finding.severity === 'error' ? 'failed' : 'noted',
      findings: [finding],
    })),
    ...accepted.map((finding): TestCase => ({
      name: finding.rule,
      status: 'suppressed',
      findings: [finding],
    })),
  ]
  return cases.length > 0 ? cases : [{ name: 'no findings', status: 'passed', findings: [] }]
}
