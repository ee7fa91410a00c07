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
  /** `noted` is worth a look and no failure: a warning, or less. */
  readonly status: 'passed' | 'failed' | 'noted'
  /** Why it has not passed; none when another case of the suite tells the cause. */
  readonly findings: readonly Diagnostic[]
}

/** What a failed case without a failure of its own says. */
export const SAME_CAUSE = 'it fails for a cause that another check of this webhook tells'

/** A webhook's checks are the cases of a suite; what no test found is a suite of its own, with a case for each finding. */
export function testSuites(report: Report): readonly TestSuite[] {
  const tested = report.results.map(({ program, environment, webhook, checks, failures }) => ({
    path: [program, environment, webhook],
    cases: checks.map(({ check, failed }): TestCase => ({
      name: check,
      status: failed === 0 ? 'passed' : 'failed',
      findings: failed === 0 ? [] : failures.filter(({ rule }) => rule === check),
    })),
  }))
  return [...tested, { path: ['definitions'], cases: definitionCases(findingsBeside(report)) }]
}

function definitionCases(findings: readonly Diagnostic[]): readonly TestCase[] {
  if (findings.length === 0) return [{ name: 'no findings', status: 'passed', findings: [] }]
  return findings.map((finding) => ({
    name: finding.rule,
    status: finding.severity === 'error' ? 'failed' : 'noted',
    findings: [finding],
  }))
}
