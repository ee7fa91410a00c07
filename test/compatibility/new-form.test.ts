import { expect, test } from 'vitest'
import { compareWebhooks } from '../../src/compatibility/compare-webhooks.ts'
import type { Verdict } from '../../src/compatibility/compatibility.ts'
import { compileText, type Definition } from '../contract/test-text.ts'

const FORM: Definition = {
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{"id": {{lead.Id}}, "name": {{lead.Last Name}}}',
  schema: {
    type: 'object',
    properties: { id: { type: 'integer' }, name: { type: 'string', maxLength: 40 } },
  },
  pinned: { 'html-encoding': 'off' },
}

function verdict(before: Partial<Definition>, after: Partial<Definition>): Verdict {
  const [request] = compareWebhooks(
    compileText({ ...FORM, ...before }),
    compileText({ ...FORM, ...after }),
  )
  if (request === undefined) throw new Error('nothing was compared')
  return request.verdict
}

function keywords(found: Verdict): readonly string[] {
  return found.status === 'broken' ? found.breaks.map(({ keyword }) => keyword) : [found.status]
}

test('what the old schema demanded of a token still holds where it is renamed', () => {
  const template = '{"id": {{lead.Id}}, "surname": {{lead.Last Name}}}'
  const renamed = (maxLength: number): unknown => ({
    properties: { surname: { type: 'string', maxLength } },
    required: ['surname'],
  })
  expect(keywords(verdict({}, { template, schema: renamed(40) }))).toEqual(['compatible'])
  expect(keywords(verdict({}, { template, schema: renamed(39) }))).toEqual(['maxLength'])
})

test('of a token in quotes nothing is known from where it stood without', () => {
  const plain: Partial<Definition> = {
    encoding: 'None',
    template: '{"id": {{lead.Id}}}',
    schema: { properties: { id: { type: 'integer' } } },
  }
  const quoted: Partial<Definition> = { ...plain, template: '{"id": "{{lead.Id}}"}' }
  expect(keywords(verdict(plain, quoted))).toEqual(['type'])
  const text = { ...quoted, schema: { properties: { id: { type: 'string', maxLength: 3 } } } }
  expect(keywords(verdict(plain, text))).not.toContain('compatible')
})

test('another encoding is judged by what it sends', () => {
  expect(keywords(verdict({}, { encoding: 'None' }))).toContain('body')
  expect(keywords(verdict({}, {}))).toEqual(['compatible'])
})

test('a value that a My Token holds is known', () => {
  const template = '{"id": {{lead.Id}}, "region": {{my.Region}}}'
  const schema = { properties: { region: { enum: ['EMEA'] } } }
  const asks = (value: string): Verdict =>
    verdict(
      { template, myTokens: { Region: 'APAC' } },
      { template, schema, myTokens: { Region: value } },
    )
  expect(keywords(asks('EMEA'))).toEqual(['compatible'])
  expect(keywords(asks('APAC'))).toEqual(['enum'])
})
