import { expect, test } from 'vitest'
import { makeReceiver } from '../../src/receiver/make-receiver.ts'
import { compileText } from '../contract/test-text.ts'

const { webhook } = compileText({
  encoding: 'JSON',
  contentType: 'application/json',
  template: '{}',
  schema: {},
  headers: { 'X-Lead': '{{lead.Full Name}}', 'X-From': 'marketo' },
})

const TYPE = ['Content-Type', 'application/json'] as const

test.each([
  ['a token that shows nothing leaves a header empty', '', 'marketo', 200],
  ['a header that is always the same may not be empty', 'Jane', '', 401],
])('%s', (_name, lead, from, status) => {
  const headers = [TYPE, ['X-Lead', lead], ['X-From', from]] as const
  const answer = makeReceiver(webhook)({
    method: 'POST',
    url: 'https://example.com/',
    headers,
    body: '{}',
  })
  expect(answer.kind === 'respond' && answer.status).toBe(status)
})
