import { visibleText } from '../../base/visible-text.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { disarmMarkup } from '../disarm.ts'
import { locate, showPlace } from '../locate.ts'
import { runLines } from '../run/told-run.ts'
import type { Report, ReportFormat } from '../report.ts'
import {
  SAME_CAUSE,
  SUPPRESSED,
  testSuites,
  type TestCase,
  type TestSuite,
} from '../test-suites.ts'

export const junit: ReportFormat = {
  name: 'junit',
  summary: 'for test dashboards',
  write: (report) => {
    const suites = testSuites(report).map((suite) => suiteElement(suite, report))
    return disarmMarkup(
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hookbook">\n${suites.join('')}</testsuites>\n`,
    )
  },
}

function suiteElement({ path, cases }: TestSuite, report: Report): string {
  const name = escapeXml(path.join(' '))
  const count = (wanted: TestCase['status']): number =>
    cases.filter(({ status }) => status === wanted).length
  const skipped = count('suppressed')
  const counts = `tests="${cases.length}" failures="${count('failed')}"${skipped === 0 ? '' : ` skipped="${skipped}"`}`
  const elements = cases.map((each) => caseElement(name, each, report))
  return `  <testsuite name="${name}" ${counts}>\n${elements.join('')}  </testsuite>\n`
}

function caseElement(suite: string, { name, status, findings }: TestCase, report: Report): string {
  const open = `    <testcase classname="${suite}" name="${escapeXml(name)}"`
  switch (status) {
    case 'passed':
      return `${open}/>\n`
    case 'suppressed':
      return `${open}>\n      <skipped message="${SUPPRESSED}"/>\n    </testcase>\n`
    case 'noted':
      return `${open}>\n${findings.map((finding) => noteElement(finding, report)).join('')}    </testcase>\n`
    case 'failed':
      return `${open}>\n${failureElements(findings, report)}    </testcase>\n`
  }
}

function failureElements(findings: readonly Diagnostic[], report: Report): string {
  if (findings.length === 0) return `      <failure type="error" message="${SAME_CAUSE}"/>\n`
  return findings.map((finding) => failureElement(finding, report)).join('')
}

function failureElement(finding: Diagnostic, report: Report): string {
  const { severity, message } = finding
  return `      <failure type="${severity}" message="${escapeXml(message)}">${linesOf(finding, report)}</failure>\n`
}

/** Dashboards take a case that only says something for one that has passed. */
function noteElement(finding: Diagnostic, report: Report): string {
  const { severity, message } = finding
  return `      <system-out>${severity}: ${escapeXml(message)}\n${linesOf(finding, report)}</system-out>\n`
}

function linesOf({ at, effect, help, counterexample, run }: Diagnostic, { files }: Report): string {
  const told = run === undefined ? [] : runLines(run)
  return [showPlace(locate(at, files)), effect, ...told, help, counterexample?.replay]
    .flatMap((line) => (line === undefined ? [] : [escapeXml(line)]))
    .join('\n')
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
