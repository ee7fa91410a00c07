import { expect, test } from 'vitest'
import { MASKED_SECRET } from '../../src/capture/captured-call.ts'
import { maskCaptured } from '../../src/capture/mask-captured.ts'
import type { HttpRequest } from '../../src/emulate/call.ts'

const KNOWN = { headers: ['X-Hook-Key'], values: ['s3cret/value'] }

function masked(part: Partial<HttpRequest>): HttpRequest {
  return maskCaptured({ method: 'POST', url: '/', headers: [], body: undefined, ...part }, KNOWN)
}

test.each([
  ['x-hook-key', 'anything at all', MASKED_SECRET],
  ['AUTHORIZATION', 'Bearer abcdefgh', `Bearer ${MASKED_SECRET}`],
  ['Authorization', 'correct horse', MASKED_SECRET],
  ['x-client-secret', 'abc', MASKED_SECRET],
  ['X-Other', 'Basic abcdefgh', `Basic ${MASKED_SECRET}`],
  ['X-Other', 'has s3cret/value in it', `has ${MASKED_SECRET} in it`],
  ['X-Empty-Secret', '', ''],
])('the header %s: %s is kept as %s', (name, value, kept) => {
  expect(masked({ headers: [[name, value]] }).headers).toEqual([[name, kept]])
})

test.each([
  ['Content-Type', 'application/json'],
  ['X-Region', 'emea'],
  ['X-Author', 'Jane Doe'],
])('the header %s is kept as it came', (name, value) => {
  expect(masked({ headers: [[name, value]] }).headers).toEqual([[name, value]])
})

test.each([
  ['/v1?api_key=abc&lead=1', `/v1?api_key=${MASKED_SECRET}&lead=1`],
  ['/v1?next=s3cret%2Fvalue', `/v1?next=${MASKED_SECRET}`],
  ['/v1?secret=&keyword=abc', '/v1?secret=&keyword=abc'],
])('the target %s is kept as %s', (url, kept) => {
  expect(masked({ url }).url).toBe(kept)
})

test('a secret that came in the body is masked, and any other body is kept as it came', () => {
  expect(masked({ body: '{"key":"s3cret/value"}' }).body).toBe(`{"key":"${MASKED_SECRET}"}`)
  expect(masked({ body: '{"name":"Jane"}' }).body).toBe('{"name":"Jane"}')
})
