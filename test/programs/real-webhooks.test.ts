import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { expectFile } from '../support/expected-file.ts'
import { compactFindings } from '../support/compact-findings.ts'
import { readWorkspace } from '../support/read-workspace.ts'
import { testAllWebhooks } from '../support/test-all-webhooks.ts'

const REAL = 'fixtures/real-webhooks'
const NAMES = readdirSync(REAL)

test('there are real webhooks to look at', () => {
  expect(NAMES).toHaveLength(5)
})

test.each(NAMES)('%s as published gives exactly the expected findings', (name) => {
  const { workspace, findings } = lint(join(REAL, name, 'published'))
  expectFile(join(REAL, name, 'published', 'expected.txt'), compactFindings(workspace, findings))
})

test.each(NAMES)('%s as corrected is clean', (name) => {
  const { workspace, findings } = lint(join(REAL, name, 'corrected'))
  expect(compactFindings(workspace, findings)).toBe('')
})

test.each(NAMES)('%s as corrected keeps its contract for awkward leads', async (name) => {
  const { workspace } = lint(join(REAL, name, 'corrected'))
  const results = await testAllWebhooks(workspace, 300)
  expect(results.length).toBeGreaterThan(0)
  expect(results.flatMap((result) => result.failures.map((failure) => failure.message))).toEqual([])
})

test('the common tutorial gives exactly the expected findings', () => {
  const { workspace, findings } = lint('fixtures/common-tutorial')
  expectFile('fixtures/common-tutorial/expected.txt', compactFindings(workspace, findings))
})

test.each([
  ['quoted tokens with encoding JSON', 'tokens-unquoted'],
  ['the company under the wrong namespace', 'known-token'],
  ['no Content-Type', 'content-type-declared'],
  ['paths that begin with "response."', 'mapping-path-valid'],
  ['the stage advanced in the flow that calls', 'lifecycle-follows-success'],
  ['a score step in a campaign triggered by that score', 'no-webhook-loop'],
  ['qualification unstated', 'qualification-stated'],
  ['a scheduled campaign that calls again', 'trigger-campaign-only'],
  ['a literal bearer token', 'secrets-by-reference'],
])('the common tutorial is told of %s', (_fault, rule) => {
  expect(lint('fixtures/common-tutorial').findings.map((finding) => finding.rule)).toContain(rule)
})

test('the example programs are clean', () => {
  const { workspace, findings } = lint('programs')
  expect(workspace.programs.map((family) => family.id)).toEqual([
    'lead-sync',
    'lead-sync-legacy',
    'sales-signals',
  ])
  expect(compactFindings(workspace, findings)).toBe('')
})

function lint(folder: string): {
  readonly workspace: Workspace
  readonly findings: readonly Diagnostic[]
} {
  const workspace = readWorkspace(`${folder}/project.yaml`)
  return { workspace, findings: [...workspace.diagnostics, ...lintWorkspace(workspace)] }
}
