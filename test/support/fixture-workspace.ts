import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'

/** The project around a fixture: one environment, reviewed twice a year. */
const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: fixtures
defaults: {owner: ops, alerts: {email: ops@example.com}, review: {every: 180d}}
subscriptions: {production: {stage: production}}
environments: {prod: {subscription: production}}
`

/** A workspace of one program, `p/program.yaml`, given as its text, with further files by their paths. */
export function fixtureWorkspace(
  program: string,
  others: Readonly<Record<string, string>> = {},
): Workspace {
  const files: Readonly<Record<string, string>> = {
    'project.yaml': PROJECT,
    'p/program.yaml': program,
    ...others,
  }
  return loadWorkspace(
    {
      readText: (path) => files[path],
      list: (folder) => (folder === '' ? ['p/'] : folder === 'p' ? ['program.yaml'] : []),
    },
    'project.yaml',
  )
}
