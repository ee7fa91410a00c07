import { visibleText } from '../../base/visible-text.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { disarmMarkup } from '../disarm.ts'
import { locate, showPlace } from '../locate.ts'
import type { Report, ReportFormat } from '../report.ts'
import { SAME_CAUSE, testSuites, type TestCase, type TestSuite } from '../test-suites.ts'

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
  const failed = cases.filter(({ isPassed }) => !isPassed).length
  const elements = cases.map((each) => caseElement(name, each, report))
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failed}">\n${elements.join('')}  </testsuite>\n`
}

function caseElement(
  suite: string,
  { name, isPassed, failures }: TestCase,
  report: Report,
): string {
  const open = `    <testcase classname="${suite}" name="${escapeXml(name)}"`
  if (isPassed) return `${open}/>\n`
  const elements =
    failures.length === 0
      ? [`      <failure type="error" message="${SAME_CAUSE}"/>\n`]
      : failures.map((failure) => failureElement(failure, report))
  return `${open}>\n${elements.join('')}    </testcase>\n`
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
