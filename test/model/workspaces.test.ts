import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compactFindings } from '../support/compact-findings.ts'
import { expectFile } from '../support/expected-file.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const CASES = 'test/model/workspaces/cases'

test.each(readdirSync(CASES))('%s: everything that is wrong is said, and nothing else', (name) => {
  const workspace = readWorkspace(`${CASES}/${name}/programs/project.yaml`)
  const expected = join(CASES, name, 'expected.txt')
  expectFile(expected, compactFindings(workspace, workspace.diagnostics))
})

test('the designed example loads without a finding, once for each environment', () => {
  const workspace = readWorkspace(`${CASES}/designed/programs/project.yaml`)
  expect(workspace.diagnostics).toEqual([])
  const environments = workspace.programs.flatMap(({ deployments }) =>
    deployments.map(({ environment }) => environment),
  )
  expect(environments).toEqual(['sandbox-emea', 'prod-emea', 'prod-apac'])
})

test('a damaged file hides neither its neighbours nor what is wrong with them', () => {
  const { programs, leads } = readWorkspace(`${CASES}/damaged/programs/project.yaml`)
  const ids = programs.filter(({ deployments }) => deployments.length > 0).map(({ id }) => id)
  expect(ids).toContain('sync')
  expect(ids).toContain('whole')
  expect(leads.map(({ name }) => name)).toContain('plain')
})
