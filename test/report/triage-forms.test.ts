import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { disarmForTerminal } from '../../src/report/disarm.ts'
import { triageHtml } from '../../src/report/triage/triage-html.ts'
import { triageJson } from '../../src/report/triage/triage-json.ts'
import { triageMarkdown } from '../../src/report/triage/triage-markdown.ts'
import { triagePretty } from '../../src/report/triage/triage-pretty.ts'
import type { TriageReport } from '../../src/triage/triage-report.ts'
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts'
import { markdownStructure } from '../support/markdown-structure.ts'
import { triageWith } from './sample-triage.ts'

type Write = (report: TriageReport) => string
type Structure = (written: string) => unknown

const FORMS: readonly (readonly [name: string, write: Write, structure: Structure])[] = [
  ['pretty', pretty, (written) => written.split('\n').length],
  ['json', triageJson, (written) => shapeOf(JSON.parse(written))],
  ['markdown', triageMarkdown, markdownStructure],
  ['html', (report) => triageHtml(report, '0.0.0'), (written) => elements(parse(written))],
]

/** What a terminal obeys, or does not show as it is. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

test.each(FORMS)('%s: a hostile text of an export stays a text', (_, write, structure) => {
  const harmless = structure(write(triageWith('harmless')))
  for (const text of HOSTILE_STRINGS) {
    const written = write(triageWith(text))
    const told = JSON.stringify(text)
    expect(structure(written), told).toEqual(harmless)
    expect(written.replaceAll(/[\n\u200b]/g, ''), told).not.toMatch(OBEYED)
    expect(written, told).not.toMatch(/^\s*::|##\[/m)
  }
})

test('colours are our own, and only where they are wanted', () => {
  const report = triageWith('x')
  const colored = triagePretty(report, { isColored: true })
  expect(colored).toContain('\u001b[31mfailed\u001b[39m')
  expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(pretty(report))
})

test('an export without a call is said to have none, in every form', () => {
  const none: TriageReport = {
    ...triageWith('x'),
    calls: 0,
    failed: 0,
    groups: [],
    trend: { stepMinutes: 1, parts: [] },
    outline: { stepMinutes: 1, parts: [] },
  }
  for (const [, write] of FORMS.filter(([name]) => name !== 'json'))
    expect(write(none)).toContain('no call of a webhook')
})

function pretty(report: TriageReport): string {
  return disarmForTerminal(triagePretty(report, { isColored: false }))
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([name, member]) => [name, shapeOf(member)])
}

function elements(node: DefaultTreeAdapterTypes.Node): unknown {
  if (!('childNodes' in node)) return node.nodeName === '#text' ? undefined : node.nodeName
  const below = node.childNodes.map(elements).filter((each) => each !== undefined)
  return [node.nodeName, ...below]
}
