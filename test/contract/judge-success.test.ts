import { expect, test } from 'vitest'
import { testText, type Definition } from './test-text.ts'

const ANSWER = {
  type: 'object',
  required: ['status', 'version'],
  properties: { status: { enum: ['success', 'error'] }, version: { const: 'v1' } },
}

const BLIND: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}}',
  schema: {},
  response: ANSWER,
  success: { path: 'version', equals: 'v1' },
}

async function found(changed: Partial<Definition>): Promise<readonly string[]> {
  const result = await testText({ ...BLIND, ...changed }, { runs: 0 })
  return result.failures
    .filter(({ rule }) => rule === 'failure-writes-nothing')
    .map(({ severity, message, at }) => `${severity} at ${result.sourceAt(at)}: ${message}`)
}

test('a success condition that a refusal meets too is refuted', async () => {
  expect(await found({})).toEqual([
    'warning at version: "version" is "v1" in every answer, also where "status" is "error"',
  ])
})

test.each([
  ['one that tells them apart', { success: { path: 'status', equals: 'success' } }],
  [
    'one that nothing contradicts, because failures have a status of their own',
    {
      response: {
        ...ANSWER,
        properties: { ...ANSWER.properties, status: { const: 'success' } },
      },
    },
  ],
  [
    'one beside a list of values that are no refusals',
    {
      response: {
        ...ANSWER,
        properties: { ...ANSWER.properties, status: { enum: ['created', 'updated'] } },
      },
    },
  ],
])('a success condition passes: %s', async (_name, changed) => {
  expect(await found(changed)).toEqual([])
})
