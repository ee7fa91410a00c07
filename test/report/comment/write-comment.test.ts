import { expect, test } from 'vitest'
import type { Comment, PlannedSteps } from '../../../src/report/comment/comment.ts'
import { markerOf } from '../../../src/report/comment/marker.ts'
import { MOST_CHARACTERS, writeComment } from '../../../src/report/comment/write-comment.ts'
import { enter } from '../../../src/steps/step.ts'
import { expectFile } from '../../support/expected-file.ts'
import { act, SAMPLE_COMMENT } from './sample-comment.ts'

test('a comment says first what is to do by hand, then what breaks, then what was found', () => {
  expectFile('test/report/expected/comment.md', writeComment(SAMPLE_COMMENT))
})

test('an act that several environments share is told once, in the order of each', () => {
  const written = writeComment(SAMPLE_COMMENT)
  expect(written).toContain('To do in Marketo: 4 steps by hand')
  const lines = written.split('\n').filter((line) => /^\d\. \*\*/.test(line))
  expect(lines.slice(0, 4)).toEqual([
    '1. **Edit the webhook CRM Lead Sync**: lead-sync, prod-apac, prod-emea (Admin › Integration › Webhooks)',
    '2. **Edit the webhook CRM Lead Sync**: lead-sync, sandbox-emea (Admin › Integration › Webhooks)',
    '3. **Set the My Token Region Code**: lead-sync, prod-apac (Marketing Activities › Lead sync)',
    '4. **Set the My Token Region Code**: lead-sync, prod-emea, sandbox-emea (Marketing Activities › Lead sync)',
  ])
})

test('what the REST API can do stands in its place among the steps by hand', () => {
  const off = { ...act('stop', 'Deactivate 01 Sync', ['Campaign']), actor: 'api' as const }
  const steps = [off, act('edit', 'Edit the webhook', ['Admin'])]
  const plan = { program: 'lead-sync', environment: 'prod', page: undefined, steps }
  const written = writeComment(withPlans([plan]))
  expect(written).toContain('**To do in Marketo: 1 step by hand, 1 by hand or by the REST API.**')
  expect(written).toContain(
    '1. **Deactivate 01 Sync**: lead-sync, prod (Campaign), or by the REST API\n2. **Edit the webhook**',
  )
})

test.each([
  [10, 'what to click and type'],
  [400, 'what is typed in each step stands in the artifact hookbook-report'],
  [1_000, 'what is typed in each step stands in the artifact hookbook-report'],
])('%i steps by hand are all there: %s', (count, told) => {
  const written = writeComment(withSteps(count, 'x'.repeat(1_000)))
  expect(size(written)).toBeLessThan(60_000)
  expect(written).toContain(told)
  const numbers = written.match(/^\d+(?=\. \*\*Edit \d+)/gm) ?? []
  expect(numbers.map(Number)).toEqual(Array.from({ length: count }, (_step, nth) => nth + 1))
})

test('steps that no comment can hold are counted, and the artifact that holds them is named', () => {
  const written = writeComment(withSteps(9_000, ''))
  expect(size(written)).toBeLessThan(60_000)
  expect(written).toContain('All of them stand in the artifact hookbook-report')
  expect(written).toContain('To do in Marketo: 9000 steps by hand')
  expect(written).toContain('- lead-sync: 9000 steps')
})

test('findings without end push out no step by hand, and the comment says what it leaves out', () => {
  const [finding] = SAMPLE_COMMENT.findings
  if (finding === undefined) throw new Error('no finding')
  const findings = Array.from({ length: 3_000 }, (_finding, nth) => ({
    ...finding,
    message: `finding ${nth} `.repeat(40),
  }))
  const written = writeComment({ ...SAMPLE_COMMENT, findings })
  expect(size(written)).toBeLessThan(60_000)
  expect(written).toContain('Step 4: what to click and type')
  expect(written).toContain('Checks: 3000 warnings;')
  expect(written).toMatch(/Left out, because a comment holds no more: details of findings/)
})

test('characters of many bytes fit too', () => {
  expect(size(writeComment(withSteps(400, '漢'.repeat(100))))).toBeLessThan(60_000)
  expect(MOST_CHARACTERS).toBe(60_000)
})

test('what is typed by hand is whole or not there', () => {
  const template = `{${'"a": "b", '.repeat(2_000)}"end": 1}`
  const whole = writeComment(withMovement(template))
  expect(whole).toContain(template)
  const longer = template.repeat(4)
  const short = writeComment(withMovement(longer))
  expect(short).not.toContain('"a"')
  expect(short).toContain('1. **Paste it**')
})

test('a value whose characters cannot be seen is not offered for copying', () => {
  const note = 'copy it from the runbook instead'
  expect(writeComment(withMovement('a\u200bb'))).toContain(note)
  expect(writeComment(withMovement('a b'))).not.toContain(note)
})

test('what was not compared is not said to be unchanged', () => {
  const reason = 'The revision "main" holds no project.'
  const written = writeComment({
    ...SAMPLE_COMMENT,
    comparison: { status: 'not-compared', reason },
  })
  expect(written).toContain(`**To do in Marketo: not known.** ${reason}`)
  expect(written).toContain('**Breaking: not known.**')
  expect(written).toContain('## ❗')
})

test('a program that one end does not read is not said to be unchanged', () => {
  const { comparison } = SAMPLE_COMMENT
  if (comparison.status !== 'compared') throw new Error('not compared')
  const why = 'main is not read: programs/lead-sync/program.yaml:1:1: it is not YAML'
  const notCompared = [{ program: 'lead-sync', why }]
  const nothing = { changes: [], compatibility: [], plans: [] }
  const written = writeComment({
    ...SAMPLE_COMMENT,
    findings: [],
    comparison: { ...comparison, ...nothing, notCompared },
  })
  expect(written).toContain('## ❗')
  expect(written).toContain('**To do in Marketo: not known** of lead-sync, which cannot be read')
  expect(written).toContain('Of 1 program it is not known')
  expect(written).toContain('`lead-sync` is not compared: main is not read')
})

test('where nothing changes the comment says so in three lines', () => {
  const { comparison } = SAMPLE_COMMENT
  if (comparison.status !== 'compared') throw new Error('not compared')
  const written = writeComment({
    ...SAMPLE_COMMENT,
    findings: [],
    comparison: { ...comparison, changes: [], compatibility: [], plans: [] },
  })
  const lines = written.split('\n')
  expect(lines.slice(0, 7)).toEqual([
    '<!-- hookbook: acme-marketo -->',
    '',
    '## ✅ hookbook: acme-marketo',
    '',
    '- **To do in Marketo: nothing.**',
    '- **Nothing changes in Marketo,** compared with main.',
    '- **Checks: no problems;** 3 contract tests with 6,942 leads passed.',
  ])
})

test('a contract of which it is not known whether it holds makes no green comment', () => {
  const { comparison } = SAMPLE_COMMENT
  if (comparison.status !== 'compared') throw new Error('not compared')
  const [first] = comparison.compatibility
  if (first === undefined) throw new Error('no contract')
  const unknown = { ...first, verdict: { status: 'unknown', reason: 'no schema' } } as const
  const written = writeComment({
    ...SAMPLE_COMMENT,
    findings: [],
    comparison: { ...comparison, changes: [], compatibility: [unknown], plans: [] },
  })
  expect(written).toContain('## ❗')
  expect(written).toContain('Of 1 contract it is not known')
  expect(written).toContain('request: not known: no schema')
})

test.each([
  ['acme-marketo', '<!-- hookbook: acme-marketo -->'],
  ['', '<!-- hookbook -->'],
  ['--> <script>', '<!-- hookbook: script -->'],
  ['a -- b', '<!-- hookbook: a-b -->'],
  ['日本', '<!-- hookbook -->'],
])('the marker of a project called %s is %s', (project, marker) => {
  expect(markerOf(project)).toBe(marker)
})

function withSteps(count: number, typed: string): Comment {
  const steps = Array.from({ length: count }, (_step, nth) =>
    act(`step.${nth}`, `Edit ${nth} ${typed.slice(0, 100)}`, ['Admin'], [enter('URL', typed)]),
  )
  return withPlans([{ program: 'lead-sync', environment: 'prod', page: undefined, steps }])
}

function withMovement(value: string): Comment {
  const steps = [act('step', 'Paste it', ['Admin'], [enter('Template', value)])]
  return withPlans([{ program: 'lead-sync', environment: 'prod', page: undefined, steps }])
}

function withPlans(plans: readonly PlannedSteps[]): Comment {
  const { comparison } = SAMPLE_COMMENT
  if (comparison.status !== 'compared') throw new Error('not compared')
  return { ...SAMPLE_COMMENT, comparison: { ...comparison, plans } }
}

/** As GitHub counts: characters, and bytes, of which it takes four for each of them. */
function size(written: string): number {
  return Math.max([...written].length, Buffer.byteLength(written) / 4)
}
