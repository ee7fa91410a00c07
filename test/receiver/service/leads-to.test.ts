import { expect, test } from 'vitest'
import type { CompiledPart, CompiledText } from '../../../src/compile/compiled-program.ts'
import { leadsTo, pathOfTarget, shownPath } from '../../../src/receiver/service/leads-to.ts'
import { exampleWebhook } from '../../support/example-programs.ts'

const { url, template } = exampleWebhook('lead-sync', 'prod-emea')
const token = template?.parts.find((part) => part.kind === 'token')

/** `{}` stands for a token. */
function urlOf(text: string): CompiledText {
  const parts = text.split('{}').flatMap((own, nth): readonly CompiledPart[] => {
    const before = nth === 0 || token === undefined ? [] : [token]
    return own === '' ? before : [...before, { kind: 'text', text: own }]
  })
  return { ...url, parts }
}

test.each([
  ['https://crm.example.com/v1/leads', '/v1/leads', true],
  ['https://crm.example.com/v1/leads', '/v1/leads/', false],
  ['https://crm.example.com/v1/leads', '/V1/leads', false],
  ['https://crm.example.com/v1/leads?a=b', '/v1/leads', true],
  ['https://crm.example.com/v1/l%65ads', '/v1/l%65ads', true],
  ['https://crm.example.com/v1/a b', '/v1/a%20b', true],
  ['https://crm.example.com', '/', true],
  ['https://crm.example.com?a={}', '/', true],
  ['https://crm.example.com/v1/{}/notes', '/v1/1042/notes', true],
  ['https://crm.example.com/v1/{}/notes', '/v1//notes', true],
  ['https://crm.example.com/v1/{}/notes', '/v1/1042/note', false],
  ['https://crm.example.com/v1/{}.json', '/v1/1042xjson', false],
  ['https://{}/v1/leads', '/v1/leads', true],
  ['https://{}/v1/leads', '/v2/leads', false],
  ['{}', '/anything/at/all', true],
])('%s leads to %s: %s', (text, path, isPath) => {
  expect(leadsTo({ url: urlOf(text) })(path)).toBe(isPath)
})

test.each([
  ['/v1/leads?a=/b', '/v1/leads'],
  ['http://proxy.example.com/v1', '/v1'],
  ['?a=b', '/'],
])('the path of the target %s is %s', (target, path) => {
  expect(pathOfTarget(target)).toBe(path)
})

test('a path is shown with its tokens as gaps', () => {
  expect(shownPath({ url: urlOf('https://crm.example.com/v1/{}/notes?a=1') })).toBe('/v1/{…}/notes')
})
