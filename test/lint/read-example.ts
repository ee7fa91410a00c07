import { existsSync, readFileSync } from 'node:fs'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { hiddenTexts } from '../../src/lint/hidden-texts.ts'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { hideInFiles } from '../../src/source/hide-in-files.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'

/** The project around every example: one environment and one secret. */
const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: fixtures
subscriptions: {production: {stage: production}}
environments: {prod: {subscription: production}}
secrets: {key: {from: {production: "env:KEY"}}}
`

export interface LintedExample {
  readonly workspace: Workspace
  readonly findings: readonly Diagnostic[]
}

/** Lints one example program; it must be readable without a finding of its own. */
export function lintExample(path: string): LintedExample {
  const program = readFileSync(path, 'utf8')
  const files: Readonly<Record<string, string>> = {
    'project.yaml': PROJECT,
    'p/program.yaml': program,
  }
  const read = loadWorkspace(
    {
      readText: (path) => files[path],
      list: (folder) => (folder === '' ? ['p/'] : folder === 'p' ? ['program.yaml'] : []),
    },
    'project.yaml',
  )
  const workspace = { ...read, files: hideInFiles(read.files, hiddenTexts(read)) }
  return { workspace, findings: [...workspace.diagnostics, ...lintWorkspace(workspace)] }
}

export function exampleFile(rule: string, name: 'wrong' | 'right'): string {
  const path = `test/lint/examples/${rule}/${name}.yaml`
  if (!existsSync(path))
    throw new Error(
      `${path} is missing: every rule has a wrong example and a right one, nearly the same`,
    )
  return path
}
