import { visibleText } from '../../base/visible-text.ts'
import { locate } from '../locate.ts'
import { printableJson } from '../printable-json.ts'
import type { Report, ReportFormat } from '../report.ts'
import { SAME_CAUSE, SUPPRESSED, testSuites, type TestCase } from '../test-suites.ts'

/** Common Test Report Format, https://ctrf.io; the version of its specification that is followed. */
const SPEC_VERSION = '0.0.0'

/** The format demands times. They differ from run to run and from machine to machine, so they are all none. */
const NO_TIME = 0

export const ctrf: ReportFormat = {
  name: 'ctrf',
  summary: 'for tools that read the Common Test Report Format',
  write: (report) => `${printableJson(JSON.stringify(documentOf(report), undefined, 2))}\n`,
}

function documentOf(report: Report): unknown {
  const suites = testSuites(report)
  const tests = suites.flatMap(({ path, cases }) => cases.map((each) => testOf(each, path, report)))
  const statuses = suites.flatMap(({ cases }) => cases.map(({ status }) => status))
  const count = (wanted: TestCase['status']): number =>
    statuses.filter((status) => status === wanted).length
  return {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    generatedBy: 'hookbook',
    results: {
      tool: { name: 'hookbook', version: report.toolVersion },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('suppressed'),
        pending: 0,
        other: count('noted'),
        suites: suites.length,
        start: NO_TIME,
        stop: NO_TIME,
      },
      tests,
    },
  }
}

const STATUSES: Readonly<Record<TestCase['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  noted: 'other',
  suppressed: 'skipped',
}

function testOf(
  { name, status, findings }: TestCase,
  path: readonly string[],
  report: Report,
): unknown {
  const test = {
    name: visibleText(name),
    suite: path.map(visibleText),
    duration: NO_TIME,
    status: STATUSES[status],
  }
  if (status === 'passed') return test
  if (status === 'suppressed') return { ...test, message: SUPPRESSED }
  const [first] = findings
  if (first === undefined) return { ...test, message: SAME_CAUSE }
  const { file, start } = locate(first.at, report.files)
  return {
    ...test,
    message: findings.map(({ message }) => visibleText(message)).join('\n'),
    trace: findings.flatMap(traceOf).join('\n'),
    filePath: visibleText(file),
    line: start.line,
  }
}

function traceOf({
  effect,
  help,
  counterexample,
}: TestCase['findings'][number]): readonly string[] {
  return [effect, help, counterexample?.replay].flatMap((line) =>
    line === undefined ? [] : [visibleText(line)],
  )
}
