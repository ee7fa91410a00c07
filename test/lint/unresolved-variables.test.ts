import { expect, test } from 'vitest'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'

const FILES: Readonly<Record<string, string>> = {
  'project.yaml': `apiVersion: hookbook/v1
kind: Project
name: x
subscriptions: {production: {stage: production}}
environments: {prod: {subscription: production}}
`,
  'p/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: p
title: P
revision: 1
webhooks:
  w:
    marketo: {name: "W \${a}"}
    url: "https://\${a}/leads"
    method: POST
    tokenEncoding: JSON
    responseType: None
    headers: {Content-Type: "\${a}", X-Source: "\${a}"}
    template: '{"id": {{lead.Id}}, "wave": {{my.Wave}}, "x": "\${a}"}'
    request: {type: object}
program:
  tokens: {Wave: {type: number, value: "\${a}"}}
campaigns:
  call:
    marketo: {name: 01 Call}
    triggers: {created: {trigger: Person is Created}}
    qualification: every time
    flow:
      - {id: call, step: Call Webhook, webhook: w}
  failed:
    marketo: {name: 99 Failed}
    triggers: {error: {trigger: Webhook is Called, webhook: w}}
    qualification: every time
    flow:
      - {id: alert, step: Send Alert, to: "\${alerts.email}"}
`,
}

test('of a variable without a value no rule speaks a second time', () => {
  const list = (folder: string): readonly string[] =>
    folder === '' ? ['p/'] : folder === 'p' ? ['program.yaml'] : []
  const workspace = loadWorkspace({ readText: (path) => FILES[path], list }, 'project.yaml')
  expect(new Set(workspace.diagnostics.map(({ rule }) => rule))).toEqual(
    new Set(['known-variable']),
  )
  expect(lintWorkspace(workspace).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
})
