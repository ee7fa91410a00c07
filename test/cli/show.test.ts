import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: shown
subscriptions: {sandbox: {stage: sandbox, munchkin: 111-AAA-222}}
environments: {emea: {subscription: sandbox}, apac: {subscription: sandbox}}
`

function program(id: string): string {
  return `apiVersion: hookbook/v1
kind: WebhookProgram
id: ${id}
title: Sync
summary: Sends leads.
revision: 1
webhooks:
  ${id}-call:
    marketo: {name: Call ${id}}
    url: https://crm.example.com/{{lead.Id}}
    method: GET
    responseType: None
`
}

const ONE = { 'project.yaml': PROJECT, 'lead-sync/program.yaml': program('lead-sync') }
const TWO = { ...ONE, 'orders/program.yaml': program('orders') }
const ONE_ENVIRONMENT = {
  ...ONE,
  'project.yaml': PROJECT.replace(', apac: {subscription: sandbox}', ''),
}

async function run(
  command: string,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const host = memoryHost({ files, seed: 1 })
  const code = await main(command.split(' '), host)
  return { code, ...host.output() }
}

test.each([
  ['show', TWO, 'name the program: lead-sync, orders'],
  ['show --tokens', TWO, 'name the program: lead-sync, orders'],
  ['show lead-syn', TWO, 'there is no program "lead-syn"; did you mean "lead-sync"?'],
  [
    'show lead-syn --tokens --env nowhere',
    TWO,
    'there is no program "lead-syn"; did you mean "lead-sync"?',
  ],
  [
    'show lead-syn --answers --env nowhere',
    TWO,
    'there is no program "lead-syn"; did you mean "lead-sync"?',
  ],
  ['show lead-sync', TWO, 'name the environment: --env <id>; lead-sync is for emea, apac'],
  ['show lead-sync --env eme', TWO, 'there is no environment "eme"; did you mean "emea"?'],
  [
    'show lead-sync --answers --env eme',
    TWO,
    'there is no environment "eme"; did you mean "emea"?',
  ],
  [
    'show lead-sync --env emea --format sarif',
    TWO,
    'a program has the formats pretty and json, one at a time',
  ],
  [
    'show lead-sync --answers --format html',
    TWO,
    'the table of answers has the formats pretty and json, one at a time',
  ],
  [
    'show lead-sync --env emea --provenance --format json',
    TWO,
    'JSON has no room for --provenance; leave out --format json',
  ],
])('%s is wrong use, and says what is right', async (command, files, message) => {
  const { code, stdout, stderr } = await run(command, files)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(`hookbook: ${message}\n`)
})

test.each(['--answers', '--provenance'])('--tokens and %s exclude each other', async (other) => {
  const { code, stderr } = await run(`show lead-sync --tokens ${other}`, TWO)
  expect(code).toBe(2)
  expect(stderr).toContain('cannot be used with option')
})

test('where there is one program, or one environment, it need not be named', async () => {
  expect(await run('show', ONE_ENVIRONMENT)).toEqual(
    await run('show lead-sync --env emea', ONE_ENVIRONMENT),
  )
  expect((await run('show --env emea', ONE)).stdout).toContain('id: lead-sync')
})

test('answers are told once for the environments in which they are the same', async () => {
  const { code, stdout } = await run('show lead-sync --answers', TWO)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^lead-sync-call in emea, apac: what happens when the endpoint answers\n/)
  const { stdout: one } = await run('show lead-sync --answers --env emea', TWO)
  expect(one).toBe(stdout.replace('emea, apac', 'emea'))
})

test('what is shown can be read by programs', async () => {
  const shown = JSON.parse((await run('show lead-sync --env emea --format json', TWO)).stdout)
  expect(shown).toMatchObject({
    id: 'lead-sync',
    webhooks: { 'lead-sync-call': { method: 'GET' } },
  })
  const answers = JSON.parse((await run('show lead-sync --answers --format json', TWO)).stdout)
  expect(answers).toMatchObject({
    webhooks: [{ webhook: 'lead-sync-call', environments: ['emea', 'apac'] }],
  })
})
