import { expect, test } from 'vitest'
import { checkSeverities } from '../../src/lint/check-severities.ts'
import { severityFor, severityIn } from '../../src/lint/rule-severity.ts'
import { RULES } from '../../src/lint/rules.ts'
import type { Project } from '../../src/model/project.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'

const FILE = 'project.yaml'

function projectOf(settings: string): Project {
  const text = `apiVersion: hookbook/v1
kind: Project
name: x
subscriptions: {production: {stage: production}}
environments: {prod: {subscription: production}}
${settings}`
  const readText = (path: string): string | undefined => (path === FILE ? text : undefined)
  const { project, diagnostics } = loadWorkspace({ readText, list: () => [] }, FILE)
  expect(diagnostics).toEqual([])
  if (project === undefined) throw new Error('the project is not read')
  return project
}

function told(settings: string): readonly string[] {
  const known = RULES.map(({ id }) => id)
  return checkSeverities(projectOf(settings), known).map(
    ({ message, help }) => `${message}; ${help}`,
  )
}

test.each([
  ['https-ulr', 'there is no lint rule "https-ulr"; did you mean "https-url"?'],
  [
    'body-parses',
    'there is no lint rule "body-parses"; "hookbook explain" lists the rules; other checks have one severity',
  ],
])('a severity for %s is refused, with the name that was meant', (id, message) => {
  expect(told(`severities: {https-url: off, ${id}: off}`)).toEqual([message])
})

test('the profile decides what a project says nothing about', () => {
  const strictOnly = RULES.find((rule) => severityIn(rule, 'recommended') === 'off')
  if (strictOnly === undefined) throw new Error('no rule is in the profile strict alone')
  const strict = severityIn(strictOnly, 'strict')
  expect(strict).not.toBe('off')
  expect(severityFor(strictOnly, projectOf(''))).toBe('off')
  expect(severityFor(strictOnly, projectOf('lint: {profile: recommended}'))).toBe('off')
  expect(severityFor(strictOnly, projectOf('lint: {profile: strict}'))).toBe(strict)
  const raised = projectOf(`severities: {${strictOnly.id}: error}`)
  expect(severityFor(strictOnly, raised)).toBe('error')
})

test('no rule is off in the profile strict', () => {
  expect(RULES.filter((rule) => severityIn(rule, 'strict') === 'off')).toEqual([])
})
