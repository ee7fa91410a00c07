import { visibleText } from '../../base/visible-text.ts'
import type { ContractResult } from '../../contract/contract-result.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { findingsBeside } from '../findings-beside.ts'
import { locate, showPlace } from '../locate.ts'
import type { Report, ReportFormat } from '../report.ts'

export const junit: ReportFormat = {
  name: 'junit',
  summary: 'for test dashboards',
  write: (report) => {
    const suites = [
      ...report.results.map((result) => testSuite(result, report)),
      findingsSuite(report),
    ]
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hookbook">\n${suites.join('')}</testsuites>\n`
  },
}

/** A webhook's contract tests: each check is a case. */
function testSuite(result: ContractResult, report: Report): string {
  const name = `${result.program} ${result.environment} ${result.webhook}`
  const cases = result.checks.map(({ check, failed }) => {
    const failures = result.failures.filter(({ rule }) => rule === check)
    return testCase(name, check, failed > 0 ? failures : [], report)
  })
  return suite(name, cases, result.checks.filter(({ failed }) => failed > 0).length)
}

/** Everything that no contract test found: each finding is a failed case; none is one passed case. */
function findingsSuite(report: Report): string {
  const findings = findingsBeside(report)
  const cases =
    findings.length === 0
      ? [testCase('definitions', 'no findings', [], report)]
      : findings.map((finding) => testCase('definitions', finding.rule, [finding], report))
  return suite('definitions', cases, findings.length)
}

function suite(name: string, cases: readonly string[], failures: number): string {
  return `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`
}

function testCase(
  suiteName: string,
  name: string,
  failures: readonly Diagnostic[],
  report: Report,
): string {
  const open = `    <testcase classname="${escapeXml(suiteName)}" name="${escapeXml(name)}"`
  if (failures.length === 0) return `${open}/>\n`
  return `${open}>\n${failures.map((failure) => failureElement(failure, report)).join('')}    </testcase>\n`
}

function failureElement(failure: Diagnostic, report: Report): string {
  const lines = [
    showPlace(locate(failure.at, report.files)),
    failure.effect,
    failure.help,
    failure.counterexample?.replay,
  ].flatMap((line) => (line === undefined ? [] : [escapeXml(line)]))
  return `      <failure type="${failure.severity}" message="${escapeXml(failure.message)}">${lines.join('\n')}</failure>\n`
}

/** What XML cannot hold is made visible first. */
function escapeXml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
