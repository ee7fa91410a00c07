import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFINITION_CHECKS } from '../../src/model/definition-checks.ts'
import { compactFindings } from '../support/compact-findings.ts'
import { expectFile } from '../support/expected-file.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const CASES = 'test/model/cases'

/** Held elsewhere: by the build and its pages, and by the tests of the source layer. */
const HELD_ELSEWHERE: readonly string[] = [
  'generated-up-to-date',
  'notes-placed',
  'template-fits',
  'yaml-within-limits',
]

/** `<check>/<case>`: cases named `fires…` hold what the check is for, cases named `passes…` a near twin. */
const cases = readdirSync(CASES).flatMap((check) =>
  readdirSync(join(CASES, check)).map((name) => [check, name] as const),
)
const firing = cases.filter(([, name]) => name.startsWith('fires'))
const passing = cases.filter(([, name]) => name.startsWith('passes'))
const checks = Object.keys(DEFINITION_CHECKS).filter((check) => !HELD_ELSEWHERE.includes(check))

test.each(firing)('%s, %s: this check fires, and no other', (check, name) => {
  const folder = join(CASES, check, name)
  const workspace = readWorkspace(`${folder}/project.yaml`)
  expectFile(join(folder, 'expected.txt'), compactFindings(workspace, workspace.diagnostics))
  expect(new Set(workspace.diagnostics.map(({ rule }) => rule))).toEqual(new Set([check]))
})

test.each(passing)('%s, %s: clean', (check, name) => {
  const workspace = readWorkspace(`${join(CASES, check, name)}/project.yaml`)
  expect(workspace.programs.length).toBeGreaterThan(0)
  expect(compactFindings(workspace, workspace.diagnostics)).toBe('')
})

test.each(checks)('%s has a case that fires and a near twin', (check) => {
  expect(firing.map(([id]) => id)).toContain(check)
  expect(passing.map(([id]) => id)).toContain(check)
})

test('every case belongs to a check', () => {
  expect(cases.map(([check]) => check).filter((check) => !checks.includes(check))).toEqual([])
})
