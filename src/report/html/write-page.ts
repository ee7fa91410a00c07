import { h } from 'hastscript'
import { countBySeverity } from '../../diagnostic/severity.ts'
import type { Report } from '../report.ts'
import { problems } from '../summary.ts'
import { answersSection } from './answers-section.ts'
import { coverageSection } from './coverage-section.ts'
import { findingsSection } from './findings-section.ts'
import { latencySection } from './latency-section.ts'
import { shown } from './nodes.ts'
import { overviewSection } from './overview-section.ts'
import { printPage, topBar } from './page-shell.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { testsSection } from './tests-section.ts'
import { tokensSection } from './tokens-section.ts'

/** A report as one page. */
export function writePage(report: Report): string {
  const sections = [
    findingsSection(report),
    testsSection(report),
    ...tokensSection(report),
    ...answersSection(report),
    ...latencySection(report),
    ...coverageSection(report),
  ]
  return printPage({
    title: `hookbook: ${problems(report)}`,
    style: STYLE,
    script: SCRIPT,
    body: [
      h('a.skip', { href: '#main' }, 'Skip to the findings'),
      header(
        report,
        sections.map(({ properties }) => String(properties['id'] ?? '')),
      ),
      h('main#main', [overviewSection(report), ...sections]),
      footer(report),
    ],
  })
}

const TITLES: Readonly<Record<string, string>> = {
  findings: 'Findings',
  tests: 'Contract tests',
  tokens: 'Tokens',
  answers: 'Answers',
  latency: 'Latency',
  coverage: 'Coverage',
}

function header(report: Report, ids: readonly string[]): ReturnType<typeof h> {
  const { error } = countBySeverity(report.diagnostics)
  return h('header', [
    topBar(ids.map((id) => ({ id, title: TITLES[id] ?? id }))),
    h('div.verdict', { className: ['verdict', error > 0 ? 'bad' : 'good'] }, [
      h('h1', [h('span.sign', { ariaHidden: 'true' }, error > 0 ? '✗' : '✓'), problems(report)]),
    ]),
  ])
}

function footer({ toolVersion, run }: Report): ReturnType<typeof h> {
  const definitions =
    run === undefined ? [] : [' · definitions ', h('code', shown(run.definitions.slice(0, 12)))]
  return h('footer', h('p', [`Made by hookbook ${toolVersion}`, ...definitions]))
}
