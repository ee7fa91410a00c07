import { existsSync, readFileSync } from 'node:fs'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { hiddenTexts } from '../../src/lint/hidden-texts.ts'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { severityIn } from '../../src/lint/rule-severity.ts'
import { RULES } from '../../src/lint/rules.ts'
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

/** The program of an example that is a project file. */
const PROGRAM = `apiVersion: hookbook/v1
kind: WebhookProgram
id: p
title: P
revision: 1
webhooks:
  call:
    marketo: {name: Call}
    url: https://example.com/
    method: GET
    headers: {Authorization: {secret: key, format: "Bearer \${secret}"}}
`

export interface LintedExample {
  readonly workspace: Workspace
  readonly findings: readonly Diagnostic[]
}

/** Lints one example, a program or a project file, in a profile that has the rule. */
export function lintExample(id: string, name: 'wrong' | 'right'): LintedExample {
  const text = readFileSync(exampleFile(id, name), 'utf8')
  const isProject = text.includes('kind: Project')
  const rule = RULES.find((candidate) => candidate.id === id)
  const isStrict = rule !== undefined && severityIn(rule, 'recommended') === 'off'
  const files: Readonly<Record<string, string>> = {
    'project.yaml': `${isProject ? text : PROJECT}${isStrict ? 'lint: {profile: strict}\n' : ''}`,
    'p/program.yaml': isProject ? PROGRAM : text,
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
