import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { requestWirer, wireRequest } from '../../src/host/wire-request.ts'

function wire(request: Partial<HttpRequest>): ReturnType<typeof wireRequest> {
  return wireRequest({
    method: 'POST',
    url: 'https://crm.example.com/',
    headers: [],
    body: 'x',
    ...request,
  })
}

test.each([
  ['https://crm.example.com/v1/leads', '/v1/leads'],
  ['https://crm.example.com', '/'],
  ['https://crm.example.com?a=1', '/?a=1'],
  ['https://crm.example.com/a/../b', '/a/../b'],
  ['https://crm.example.com/?a=%26&b=+&c="\'|{}', '/?a=%26&b=+&c="\'|{}'],
  ['https://crm.example.com/?a=1#part', '/?a=1'],
  ['https://jane:x@crm.example.com:8443/a', '/a'],
  ['https://[::1]:8443/a', '/a'],
])('the target of %s goes out as typed: %s', (url, target) => {
  expect(wire({ url })).toMatchObject({ status: 'sendable', target })
})

test('what is not ASCII goes out as UTF-8', () => {
  const request = wire({ url: 'https://crm.example.com/grüße/😀' })
  const target = request.status === 'sendable' ? request.target : ''
  expect(Buffer.from(target, 'latin1').toString('utf8')).toBe('/grüße/😀')
})

test.each([
  ['nothing', 'the URL is none'],
  ['ftp://crm.example.com/', 'the URL is none'],
  ['https://crm.example.com/a b', 'the URL holds a space'],
  ['https://crm.example.com/a\r\nX-Admin: 1', 'the URL holds a space'],
])('the URL %j cannot be sent', (url, reason) => {
  expect(wire({ url })).toMatchObject({
    status: 'unsendable',
    reason: expect.stringContaining(reason),
  })
})

test.each([
  ['X-Name', 'a\r\nX-Admin: 1', 'no header may hold'],
  ['X-Name', '漢', 'no header may hold'],
  ['X Name', 'a', 'no name may hold'],
  ['', 'a', 'no name may hold'],
  ['Content-length', '5', '"Content-length" cannot be set by hand'],
  ['Transfer-Encoding', 'chunked', 'cannot be set by hand'],
])('the header %j: %j cannot be sent', (name, value, reason) => {
  expect(wire({ headers: [[name, value]] })).toMatchObject({
    status: 'unsendable',
    reason: expect.stringContaining(reason),
  })
})

test.each(['', 'grüße', '\t', 'a: b', 'Bearer k'])('the header value %j can be sent', (value) => {
  expect(wire({ headers: [['X-Name', value]] }).status).toBe('sendable')
})

function headers(request: Partial<HttpRequest>): readonly (readonly [string, string])[] {
  const sent = wire(request)
  return sent.status === 'sendable' ? sent.headers : []
}

test('only what HTTP needs is added, round the headers as typed', () => {
  const own = [
    ['x-b', '1'],
    ['X-A', '2'],
    ['x-b', '3'],
  ] as const
  expect(headers({ headers: own, body: 'grüße' })).toEqual([
    ['Host', 'crm.example.com'],
    ...own,
    ['Content-Length', '7'],
  ])
})

test('a Host of the definition stands alone', () => {
  expect(headers({ headers: [['host', 'other.example.com']], body: 'x' })).toEqual([
    ['host', 'other.example.com'],
    ['Content-Length', '1'],
  ])
})

test.each([
  ['GET', []],
  ['POST', [['Content-Length', '0']]],
  ['DELETE', [['Content-Length', '0']]],
])('a %s without a body has the length %j', (method, expected) => {
  expect(headers({ method, body: undefined }).slice(1)).toEqual(expected)
})

test('a user in the URL becomes an Authorization, unless there is one', () => {
  const url = 'https://AC1:p%40ss%@crm.example.com/'
  const basic = `Basic ${Buffer.from('AC1:p%40ss%').toString('base64')}`
  expect(headers({ url })).toContainEqual(['Authorization', basic])
  const plain = `Basic ${Buffer.from('AC1:p@ss').toString('base64')}`
  expect(headers({ url: 'https://AC1:p%40ss@crm.example.com/' })).toContainEqual([
    'Authorization',
    plain,
  ])
  const typed = headers({ url, headers: [['authorization', 'Bearer k']] })
  expect(typed.filter(([name]) => name.toLowerCase() === 'authorization')).toEqual([
    ['authorization', 'Bearer k'],
  ])
})

test('no value whatsoever adds a line to the head of a request', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, value) => {
      const request = wire({
        url: `https://crm.example.com/${path}`,
        headers: [['X-Name', value]],
      })
      if (request.status === 'unsendable') return
      const head = [request.target, ...request.headers.flat()].join('')
      expect(head).not.toMatch(/[\u0000-\u0008\u000a-\u001f]/)
    }),
  )
})

test('request after request is laid out like each alone', () => {
  const own = [['X-A', '1']] as const
  const requests: readonly HttpRequest[] = [
    { method: 'POST', url: 'https://crm.example.com/a', headers: own, body: 'x' },
    { method: 'POST', url: 'https://crm.example.com/a', headers: own, body: 'grüße' },
    { method: 'GET', url: 'https://crm.example.com/a', headers: own, body: undefined },
    { method: 'POST', url: 'https://crm.example.com/b', headers: own, body: undefined },
    { method: 'POST', url: 'https://crm.example.com/b', headers: [['X-A', '2']], body: 'x' },
    { method: 'POST', url: 'https://crm.example.com/b', headers: [['X A', '2']], body: 'x' },
    { method: 'POST', url: 'https://jane:x@crm.example.com/b', headers: own, body: 'x' },
  ]
  const wireNext = requestWirer()
  expect(requests.map(wireNext)).toEqual(requests.map(wireRequest))
})
