import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { FORMATS } from '../../src/report/formats.ts'

/** A credential with what shells spell in their own way, longer than any line shows. */
const TYPED = `tYped'Key-1177-${'x4Y'.repeat(80)}`

/** So much of it would be enough to know it by, wherever it was cut. */
const BEGINNING = /tYped/
const MIDDLE = /x4Yx4Y/

const PROGRAM = `apiVersion: hookbook/v1
kind: WebhookProgram
id: sync
title: Sync
summary: Sends leads.
revision: 1
webhooks:
  lead:
    marketo: {name: Lead}
    url: https://crm.example.com/leads
    method: POST
    tokenEncoding: None
    responseType: JSON
    headers: {Content-Type: application/json}
    template: |
      {"apiKey": "${TYPED}", "id": {{lead.Id}}, "name": "{{lead.Last Name}}"}
    response:
      type: object
      required: [status, note]
      properties:
        status: {enum: [stored]}
        note: {enum: [${JSON.stringify(`1234567890123456789012345${TYPED}`)}, ${JSON.stringify(TYPED)}]}
    success: {path: status, equals: stored}
    mappings: {note: Website}
`

const FILES = {
  'project.yaml': `apiVersion: hookbook/v1
kind: Project
name: cut
allowHosts: [127.0.0.1]
subscriptions: {sandbox: {stage: sandbox, munchkin: 111-AAA-222}}
environments: {live: {subscription: sandbox}}
`,
  'sync/program.yaml': PROGRAM,
}

const EVERY_FORMAT = FORMATS.flatMap(({ name }) => ['--format', `${name}:out/report.${name}`])

async function outputsOf(
  argv: readonly string[],
  answer?: string,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const host = memoryHost({ files: FILES, seed: 1, isTerminal: true })
  const server =
    answer === undefined
      ? undefined
      : await host.serve(() => ({
          kind: 'respond',
          status: 200,
          reason: 'OK',
          headers: [['Content-Type', 'application/json']],
          body: answer,
        }))
  const words = server === undefined ? argv : [...argv, '--endpoint', `${server.origin}/leads`]
  await main(words, host)
  const { stdout, stderr } = host.output()
  const written = Object.entries(host.written()).filter(([path]) => !(path in FILES))
  return [
    { name: 'stdout', text: stdout },
    { name: 'stderr', text: stderr },
    ...written.map(([name, text]) => ({ name, text })),
  ]
}

test.each([
  ['show sync --env live --answers'],
  ['test --runs 10 --target schema'],
  ['check --runs 10 --target schema'],
])('a credential is hidden before anything is cut or spelled: %s', async (command) => {
  const words = command.split(' ')
  const formats = command.startsWith('show') ? [] : EVERY_FORMAT
  const outputs = await outputsOf([...words, ...formats])
  expect(outputs.some(({ text }) => text.includes('****'))).toBe(true)
  const leaking = outputs.filter(({ text }) => BEGINNING.test(text) || MIDDLE.test(text))
  expect(leaking.map(({ name }) => name)).toEqual([])
})

test('a test of a live endpoint hides what is typed into the template', async () => {
  const words = 'test sync --env live --runs 10'.split(' ')
  const outputs = await outputsOf([...words, ...EVERY_FORMAT], '{}')
  expect(outputs.some(({ text }) => text.includes('for every lead'))).toBe(true)
  const leaking = outputs.filter(({ text }) => BEGINNING.test(text) || MIDDLE.test(text))
  expect(leaking.map(({ name }) => name)).toEqual([])
})
