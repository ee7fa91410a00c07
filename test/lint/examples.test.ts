import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULES } from '../../src/lint/rules.ts'
import { pretty } from '../../src/report/formats/pretty.ts'
import { compactFindings } from '../support/compact-findings.ts'
import { expectFile } from '../support/expected-file.ts'
import { exampleFile, lintExample } from './read-example.ts'
import { rulePage } from './rule-page.ts'

const IDS = RULES.map(({ id }) => id)

test('rules are sorted, and their ids are unique and in kebab-case', () => {
  expect([...new Set(IDS)].sort()).toEqual(IDS)
  expect(IDS.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([])
})

test('every example belongs to a rule', () => {
  expect(readdirSync('test/lint/examples').filter((name) => !IDS.includes(name))).toEqual([])
})

test.each(IDS)('%s fires where it must', (id) => {
  const { workspace, findings } = lintExample(id, 'wrong')
  const own = findings.filter(({ rule }) => rule === id)
  expect(workspace.diagnostics).toEqual([])
  expect(own.length).toBeGreaterThan(0)
  expectFile(`test/lint/examples/${id}/expected.txt`, compactFindings(workspace, own))
})

test.each(IDS)('%s lets its near twin pass', (id) => {
  const { workspace, findings } = lintExample(id, 'right')
  expect(workspace.diagnostics).toEqual([])
  expect(
    compactFindings(
      workspace,
      findings.filter(({ rule }) => rule === id),
    ),
  ).toBe('')
})

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  'the page of %s is up to date',
  async (id, rule) => {
    const { workspace, findings } = lintExample(id, 'wrong')
    const output = await pretty.write(
      {
        toolVersion: '',
        checked: [],
        diagnostics: findings.filter((finding) => finding.rule === id),
        results: [],
        files: workspace.files,
      },
      { isColored: false, hasCoverage: false },
    )
    const wrong = readFileSync(exampleFile(id, 'wrong'), 'utf8')
    const right = readFileSync(exampleFile(id, 'right'), 'utf8')
    expectFile(`docs/rules/${id}.md`, rulePage(rule, { wrong, right, output }))
  },
)

test('every rule says where its fact comes from or why it follows', () => {
  expect(RULES.filter(({ why }) => why.length < 80).map(({ id }) => id)).toEqual([])
})
