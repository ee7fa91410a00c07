import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { applyEdits } from '../../src/source/apply-edits.ts'
import { compactFindings } from '../support/compact-findings.ts'
import { expectFile } from '../support/expected-file.ts'
import { readWorkspace } from '../support/read-workspace.ts'

const CASES = 'test/lint/cases'

/** `<rule>/<case>`: cases named `fires…` hold what the rule is for, cases named `passes…` a near twin. */
const cases = readdirSync(CASES).flatMap((rule) =>
  readdirSync(join(CASES, rule)).map((name) => [rule, name] as const),
)
const firing = cases.filter(([, name]) => name.startsWith('fires'))
const passing = cases.filter(([, name]) => name.startsWith('passes'))

interface Linted {
  readonly workspace: Workspace
  readonly findings: readonly Diagnostic[]
}

function lint(folder: string, replaced: ReadonlyMap<string, string> = new Map()): Linted {
  const workspace = readWorkspace(`${folder}/project.yaml`, replaced)
  return { workspace, findings: [...workspace.diagnostics, ...lintWorkspace(workspace)] }
}

test.each(firing)('%s, %s: this rule fires, and no other', (rule, name) => {
  const folder = join(CASES, rule, name)
  const { workspace, findings } = lint(folder)
  expectFile(join(folder, 'expected.txt'), compactFindings(workspace, findings))
  expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]))
})

test.each(passing)('%s, %s: clean', (rule, name) => {
  const { workspace, findings } = lint(join(CASES, rule, name))
  expect(workspace.programs.length).toBeGreaterThan(0)
  expect(compactFindings(workspace, findings)).toBe('')
})

test.each(firing)('%s, %s: its fixes leave nothing to fix', (rule, name) => {
  const folder = join(CASES, rule, name)
  const { workspace, findings } = lint(folder)
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? [])
  const fixed = new Map(workspace.files.map((file) => [file.path, applyEdits(file, edits)]))
  const left = lint(folder, fixed).findings
  expect(left.filter(({ fix }) => fix !== undefined)).toEqual([])
  expect(left.length).toBe(findings.filter(({ fix }) => fix === undefined).length)
})
