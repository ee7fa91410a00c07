import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: misfits
subscriptions: {sandbox: {stage: sandbox, munchkin: 111-AAA-222}}
environments: {emea: {subscription: sandbox}, apac: {subscription: sandbox}}
`

function files(members: string, mappings: string): Readonly<Record<string, string>> {
  return {
    'project.yaml': PROJECT,
    'sync/program.yaml': `apiVersion: hookbook/v1
kind: WebhookProgram
id: sync
title: Sync
summary: Sends leads.
revision: 1
fields:
  Rank: {rest: rank, soap: Rank__c, type: integer}
  Code: {rest: code, soap: Code__c, type: string, length: 5}
webhooks:
  lead:
    marketo: {name: Lead}
    url: https://crm.example.com/leads
    method: GET
    responseType: JSON
    response: {type: object, required: [status, rank, code], properties: {status: {enum: [ok, no]}, ${members}}}
    success: {path: status, equals: ok}
    mappings: {${mappings}}
`,
  }
}

const WRONG_TYPE = files(
  'rank: {type: string}, code: {type: string, maxLength: 5}',
  'rank: Rank__c, code: Code__c',
)

/** One mapping that may hold an object, and a text that is too long. */
const TWO_OF_ONE = files(
  'rank: {type: integer}, code: {type: [object, string], maxLength: 9}',
  'code: Code__c',
)

const TWO_MAPPINGS = files(
  'rank: {type: string}, code: {type: string, maxLength: 9}',
  'rank: Rank__c, code: Code__c',
)

const RULES: readonly string[] = ['mapping-type-fits', 'mapped-value-fits-field']

interface Told {
  readonly rule: string
  readonly message: string
}

/** The misfits that a command tells of, the same of another environment once. */
async function misfits(
  command: string,
  given: Readonly<Record<string, string>>,
): Promise<readonly Told[]> {
  const host = memoryHost({ files: given, seed: 1 })
  await main([...command.split(' '), '--format', 'json:report.json'], host)
  const report: { readonly findings: readonly Told[] } = JSON.parse(
    host.written()['report.json'] ?? '',
  )
  const told = report.findings.filter(({ rule }) => RULES.includes(rule))
  return [...new Map(told.map(({ rule, message }) => [rule + message, { rule, message }])).values()]
}

const CHECK = 'check --runs 5 --seed 1 --target schema'

test('a misfit that lint and the tests find is told once by check, by the tests', async () => {
  const [told, ...others] = await misfits(CHECK, WRONG_TYPE)
  expect(others).toEqual([])
  expect(told).toMatchObject({ rule: 'mapped-value-fits-field' })
})

test('alone, lint and test tell of it each', async () => {
  expect(await misfits('lint', WRONG_TYPE)).toMatchObject([{ rule: 'mapping-type-fits' }])
  const tested = await misfits('test --runs 5 --seed 1 --target schema', WRONG_TYPE)
  expect(tested).toMatchObject([{ rule: 'mapped-value-fits-field' }])
})

test.each([
  ['of one mapping', TWO_OF_ONE],
  ['of two mappings', TWO_MAPPINGS],
])('two misfits %s are told both, by every command', async (_name, given) => {
  for (const command of [CHECK, 'lint', 'test --runs 5 --seed 1 --target schema']) {
    const told = await misfits(command, given)
    expect([command, told.length]).toEqual([command, 2])
    expect(new Set(told.map(({ message }) => message)).size).toBe(2)
  }
})

test('a shard that tries no answers leaves it to lint', async () => {
  expect(await misfits(`${CHECK} --shard 2/2`, WRONG_TYPE)).toMatchObject([
    { rule: 'mapping-type-fits' },
  ])
})

test('shards put together tell of a misfit as often as a whole run', async () => {
  const whole = memoryHost({ files: WRONG_TYPE, seed: 1 })
  await main([...CHECK.split(' '), '--format', 'json:report.json'], whole)
  let written = WRONG_TYPE
  for (const shard of ['1/2', '2/2']) {
    const host = memoryHost({ files: written, seed: 1 })
    await main(
      [...CHECK.split(' '), '--shard', shard, '--format', `json:${shard[0] ?? ''}.json`],
      host,
    )
    written = host.written()
  }
  const merging = memoryHost({ files: written, seed: 1 })
  await main(['merge-reports', '1.json', '2.json', '--format', 'json:report.json'], merging)
  expect(merging.written()['report.json']).toBe(whole.written()['report.json'])
})
