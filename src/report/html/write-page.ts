import { createHash } from 'node:crypto'
import { h, s } from 'hastscript'
import { toHtml } from 'hast-util-to-html'
import { countBySeverity } from '../../diagnostic/severity.ts'
import { disarmMarkup } from '../disarm.ts'
import type { Report } from '../report.ts'
import { problems } from '../summary.ts'
import { answersSection } from './answers-section.ts'
import { coverageSection } from './coverage-section.ts'
import { findingsSection } from './findings-section.ts'
import { latencySection } from './latency-section.ts'
import { shown } from './nodes.ts'
import { overviewSection } from './overview-section.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'
import { testsSection } from './tests-section.ts'
import { tokensSection } from './tokens-section.ts'

/** A report as one page that asks nobody for anything: everything is made of nodes, and the printer escapes their texts. */
export function writePage(report: Report): string {
  const sections = [
    findingsSection(report),
    testsSection(report),
    ...tokensSection(report),
    ...answersSection(report),
    ...latencySection(report),
    ...coverageSection(report),
  ]
  const title = `hookbook: ${problems(report)}`
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', title),
      h('link', { rel: 'icon', href: 'data:,' }),
      h('style', STYLE),
    ]),
    h('body', [
      h('a.skip', { href: '#main' }, 'Skip to the findings'),
      header(
        report,
        sections.map(({ properties }) => String(properties['id'] ?? '')),
      ),
      h('main#main', [overviewSection(report), ...sections]),
      footer(report),
      h('script', SCRIPT),
    ]),
  ])
  return disarmMarkup(`${toHtml([{ type: 'doctype' }, page])}\n`)
}

/** Nothing but the style and the script of this file may take effect, whatever a value says. */
const POLICY = [
  "default-src 'none'",
  `style-src ${sourceHash(STYLE)}`,
  `script-src ${sourceHash(SCRIPT)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
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
    h('div.top', [
      h('p.brand', [mark(), 'hookbook']),
      h(
        'nav',
        { ariaLabel: 'Sections' },
        h(
          'ul',
          ids.map((id) => h('li', h('a', { href: `#${id}` }, TITLES[id] ?? id))),
        ),
      ),
    ]),
    h('div.verdict', { className: ['verdict', error > 0 ? 'bad' : 'good'] }, [
      h('h1', [h('span.sign', { ariaHidden: 'true' }, error > 0 ? '✗' : '✓'), problems(report)]),
    ]),
  ])
}

/** A hook, drawn in one stroke. */
function mark(): ReturnType<typeof s> {
  return s('svg', { viewBox: '0 0 20 20', width: 20, height: 20, ariaHidden: 'true' }, [
    s('path', {
      d: 'M14 3v8a5 5 0 0 1-10 0l3 2',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 2,
    }),
    s('circle', { cx: 14, cy: 3, r: 1.6, fill: 'currentColor' }),
  ])
}

function footer({ toolVersion, run }: Report): ReturnType<typeof h> {
  const definitions =
    run === undefined ? [] : [' · definitions ', h('code', shown(run.definitions.slice(0, 12)))]
  return h('footer', h('p', [`Made by hookbook ${toolVersion}`, ...definitions]))
}
