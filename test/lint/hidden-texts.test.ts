import { expect, test } from 'vitest'
import { hideInData, hideTexts } from '../../src/base/hide-texts.ts'
import { hiddenTexts } from '../../src/lint/hidden-texts.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { hideInFiles, shownText } from '../../src/source/hide-in-files.ts'

const PROGRAM = 'p/program.yaml'

function workspaceOf(header: string, severities = ''): Workspace {
  const files: Readonly<Record<string, string>> = {
    'project.yaml': `apiVersion: hookbook/v1
kind: Project
name: x
subscriptions: {production: {stage: production}}
environments: {prod: {subscription: production}}
${severities}`,
    [PROGRAM]: `apiVersion: hookbook/v1
kind: WebhookProgram
id: p
title: P
revision: 1
vars: {key: variable-4711}
webhooks:
  w:
    marketo: {name: W}
    url: https://example.com/
    method: POST
    headers:
      ${header}
    template: '{"id": {{lead.Id}}}'
`,
  }
  const list = (folder: string): readonly string[] =>
    folder === '' ? ['p/', 'project.yaml'] : folder === 'p' ? ['program.yaml'] : []
  return loadWorkspace({ readText: (path) => files[path], list }, 'project.yaml')
}

/** The program as reports may show it. */
function shown(header: string, severities?: string): string {
  const workspace = workspaceOf(header, severities)
  const files = hideInFiles(workspace.files, hiddenTexts(workspace))
  const file = files.find(({ path }) => path === PROGRAM)
  return file === undefined ? '' : shownText(file)
}

test('a credential is hidden where it was typed, and the text keeps its length', () => {
  const text = shown('Authorization: "Bearer abcdefgh"')
  expect(text).toContain('Authorization: *****************\n')
  expect(text.length).toBe(workspaceOf('Authorization: "Bearer abcdefgh"').files[1]?.text.length)
})

test('a credential that comes from a variable is hidden where the variable is set', () => {
  expect(shown('X-Api-Key: "${key}"')).toContain('vars: {key: *************}')
})

test('a short credential is hidden where it was typed, and nowhere else', () => {
  const text = shown('X-Api-Key: "W"')
  expect(text).toContain('X-Api-Key: ***\n')
  expect(text).toContain('marketo: {name: W}')
})

test.each([
  ['a reference', 'Authorization: {secret: key, format: "Bearer ${secret}"}'],
  ['what is no credential', 'Content-Type: application/json'],
  ['what comes from the lead', 'X-Api-Key: "{{lead.Id}}"'],
])('nothing is hidden of %s', (_name, header) => {
  expect(shown(header)).toContain(header)
})

test('nothing is hidden where the project says that it is no credential', () => {
  expect(
    shown('Authorization: "Bearer abcdefgh"', 'severities: {secrets-by-reference: off}'),
  ).toContain('Bearer abcdefgh')
})

test('the longest text is hidden first, so that none is hidden only in part', () => {
  const { texts } = hiddenTexts(workspaceOf('Authorization: "Bearer abcdefgh"'))
  expect(texts).toEqual(['Bearer abcdefgh', 'abcdefgh'])
  expect(hideTexts('a Bearer abcdefgh, abcdefgh', texts)).toBe('a ***************, ********')
})

test('texts are hidden anywhere in plain data, whose shape stays what it was', () => {
  const data = { a: ['xx secret', 1, null], b: { c: true, d: undefined } }
  expect(hideInData(data, ['secret'])).toEqual({ a: ['xx ******', 1, null], b: { c: true } })
  expect(hideInData(data, [])).toBe(data)
})
