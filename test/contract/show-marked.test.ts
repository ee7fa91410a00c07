import { expect, test } from 'vitest'
import { showMarked, type MarkedRequest } from '../../src/contract/show-marked.ts'
import { buildRequest } from '../../src/emulate/build-request.ts'
import { maskedSecret } from '../../src/emulate/curl-line.ts'
import { maskRequest } from '../../src/emulate/mask-request.ts'
import { compileText, type Definition } from './test-text.ts'

const EVERYWHERE: Definition = {
  encoding: 'None',
  contentType: 'text/plain',
  url: 'https://example.com/{{lead.First Name}}?x=1',
  headers: { 'X-Name': 'Dear {{lead.First Name}}!' },
  template: '{{lead.Id}}: {{lead.First Name}}\n{{lead.First Name}}',
  schema: true,
}

function mark(definition: Definition, firstName: string | null): MarkedRequest {
  const { webhook } = compileText(definition)
  const situation = new Map<string, string | number | null>([
    ['lead.id', 7],
    ['lead.first name', firstName],
  ])
  const built = buildRequest(webhook, situation, { assumptions: {}, secretOf: maskedSecret })
  if (built.status === 'refused') throw new Error(built.reason)
  return showMarked(maskRequest(built.request), built, 'lead.first name')
}

function slices({ text, marked }: MarkedRequest): readonly string[] {
  return marked.map(({ start, end }) => text.slice(start, end))
}

test('a token is marked wherever it stands: in the URL, in a header, in the body', () => {
  expect(slices(mark(EVERYWHERE, 'Jane'))).toEqual(['Jane', 'Jane', 'Jane', 'Jane'])
})

test('what a terminal would obey is marked as it is spelled', () => {
  const { text, marked } = mark(EVERYWHERE, '\u001b[31m')
  expect(slices({ text, marked })).toEqual(Array(4).fill('\\u{1b}[31m'))
  expect(text).not.toContain('\u001b')
})

test('a value with a line break is marked over both lines', () => {
  expect(slices(mark(EVERYWHERE, 'a\nb')).at(-2)).toBe('a\nb')
})

test('a token that shows nothing leaves an empty mark where it stands', () => {
  const { text, marked } = mark(EVERYWHERE, null)
  expect(marked.map(({ start, end }) => end - start)).toEqual([0, 0, 0, 0])
  expect(text.slice(0, marked[0]?.start)).toBe('POST https://example.com/')
})

test('where a mask stands instead, nothing is marked', () => {
  const url = 'https://example.com/?api_key={{lead.First Name}}'
  const masked = mark(
    { ...EVERYWHERE, url, headers: { Authorization: '{{lead.First Name}}' } },
    'Jane',
  )
  expect(masked.text).toContain('?api_key=…')
  expect(slices(masked)).toEqual(['Jane', 'Jane'])
})

test('other tokens are not marked', () => {
  const { text, marked } = mark({ ...EVERYWHERE, template: '{{lead.Id}}' }, 'Jane')
  expect(text.endsWith('\n7')).toBe(true)
  expect(marked).toHaveLength(2)
})
