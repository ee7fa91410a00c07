import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, keepBody } from '../../src/capture/body-text.ts'
import { captureLines, type CaptureLine } from '../../src/capture/capture-lines.ts'
import type { CapturedCall } from '../../src/capture/captured-call.ts'
import { captureProblemWords, decodeCaptures } from '../../src/capture/decode-captures.ts'
import { encodeCapture } from '../../src/capture/encode-capture.ts'

const CALL: CapturedCall = {
  version: 1,
  id: 'r1-1',
  at: Date.UTC(2026, 10, 26, 14, 20),
  webhook: { program: 'lead-sync', environment: 'sandbox-emea', id: 'crm-lead-sync' },
  request: {
    method: 'POST',
    url: '/v1/leads?source=marketo',
    headers: [
      ['content-TYPE', 'application/json'],
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
    ],
    body: '{"marketoId": 1042,\r\n "name": "Zoë\u2028"}',
  },
  answer: {
    status: 200,
    reason: 'OK',
    headers: [['Content-Type', 'application/json']],
    body: '{"status":"success"}',
  },
}

test('a call that is read back is the call that was kept, headers and body to the byte', () => {
  const { calls, problems } = decodeCaptures(encodeCapture(CALL))
  expect(calls).toEqual([CALL])
  expect(problems).toEqual([])
})

test('one call is one line', () => {
  expect(encodeCapture(CALL).split('\n')).toHaveLength(2)
})

test('any request and any bytes of a body survive', () => {
  const text = fc.string({ unit: 'binary' })
  const request = fc.record({
    method: text,
    url: text,
    headers: fc.array(fc.tuple(text, text), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(request, fc.uint8Array({ maxLength: 300 }), (drawn, bytes) => {
      const { body, ...beside } = keepBody(bytes)
      const call = { ...CALL, request: { ...drawn, body }, ...beside }
      const [read] = decodeCaptures(encodeCapture(call)).calls
      expect(read).toEqual(call)
      expect([...bytesOf({ ...read?.request, ...read })]).toEqual([...bytes])
    }),
  )
})

test.each([
  ['a byte-order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
  ['what is no UTF-8', [0x7b, 0xff, 0xfe, 0x7d]],
  ['half a character at the end', [0x61, 0xe2, 0x82]],
])('%s in a body is kept', (_what, bytes) => {
  expect([...bytesOf(keepBody(Uint8Array.from(bytes)))]).toEqual(bytes)
})

test('a file that is cut off anywhere loses the line in which it was cut, and nothing else', () => {
  const lines = [1, 2, 3].map((nth) => encodeCapture({ ...CALL, id: `r1-${nth}` }))
  const file = lines.join('')
  const second = (lines[0]?.length ?? 0) + (lines[1]?.length ?? 0)
  for (let cut = second; cut < file.length - 1; cut++) {
    const { calls, problems } = decodeCaptures(file.slice(0, cut))
    expect(calls.map(({ id }) => id)).toEqual(['r1-1', 'r1-2'])
    expect(problems.map(({ line }) => line)).toEqual(cut === second ? [] : [3])
  }
  expect(decodeCaptures(file.slice(0, -1)).calls).toHaveLength(3)
})

test('in whatever pieces a file is read, its lines are the same', () => {
  const text = ['', 'no JSON\r', encodeCapture(CALL).trimEnd(), encodeCapture(CALL).slice(0, 40)]
  const bytes = new TextEncoder().encode(text.join('\n'))
  const ended = bytes.lastIndexOf(0x0a) + 1
  for (let size = 1; size < bytes.length; size += 7) {
    const lines = captureLines()
    const read: CaptureLine[] = []
    for (let at = 0; at < bytes.length; at += size) {
      read.push(...lines.add(bytes.subarray(at, at + size)))
    }
    expect(lines.endedBytes()).toBe(ended)
    read.push(...lines.end())
    expect(read.map(({ line, decoded }) => `${line} ${decoded.status}`)).toEqual([
      '2 unreadable',
      '3 call',
      '4 unreadable',
    ])
    const [, call] = read
    expect(call?.decoded.status === 'call' && call.decoded.call).toEqual(CALL)
  }
})

const GOOD = encodeCapture(CALL).trimEnd()

test.each([
  ['words', 'hello', 'is no whole JSON: it was cut off or edited; it is left out'],
  ['a number', '17', 'is JSON, but no captured request; it is left out'],
  [
    'no version',
    '{"kind":"run"}',
    'states no "version": it is no captured request; it is left out',
  ],
  [
    'a later version',
    GOOD.replace('"version":1', '"version":2'),
    'has a version 2; this version of hookbook reads 1; it is left out',
  ],
  [
    'a day that does not exist',
    GOOD.replace('2026-11-26', '2026-13-26'),
    'does not hold a time such as 2026-11-26T14:20:00.000Z under "at"; it is left out',
  ],
  [
    'headers as a map',
    GOOD.replace(/"headers":\[\[.*?\]\]/, '"headers":{"a":"b"}'),
    'does not hold a method, a url, and headers as pairs under "request"; it is left out',
  ],
  [
    'bytes that are none',
    GOOD.replace('"answer":', '"bodyBytes":"?","answer":'),
    'does not hold bytes in base64 under "bodyBytes"; it is left out',
  ],
  ['the same id again', GOOD, 'has the id of an earlier one, which counts; it is left out'],
])('%s is told by its line, and the other lines count', (_what, line, words) => {
  const { calls, problems } = decodeCaptures(
    `${GOOD}\n\n${line}\r\n${GOOD.replace('r1-1', 'r1-9')}\n`,
  )
  expect(calls.map(({ id }) => id)).toEqual(['r1-1', 'r1-9'])
  expect(problems.map((each) => captureProblemWords(each, 'c.jsonl'))).toEqual([
    `c.jsonl:3: this line ${words}`,
  ])
})

test('members of a later version are passed over, and told once', () => {
  const later = GOOD.replace('"status":200', '"status":200,"trailers":[]')
  const more = later.replace('"version":1', '"version":1,"tls\\u001b":"1.3"')
  const { calls, problems } = decodeCaptures(`${later}\n${more.replace('r1-1', 'r1-2')}\n`)
  expect(calls).toEqual([CALL, { ...CALL, id: 'r1-2' }])
  expect(problems).toEqual([
    {
      line: 1,
      why: 'has what this version of hookbook does not know, "answer.trailers"; it is passed over',
      isLeftOut: false,
    },
    {
      line: 2,
      why: 'has what this version of hookbook does not know, "tls\\u{1b}"; it is passed over',
      isLeftOut: false,
    },
  ])
})

test('a line that was written by hand may leave out what nothing depends on', () => {
  const line = `{"version":1,"id":"a","at":"2026-11-26T14:20:00.000Z","request":{"method":"GET","url":"/","headers":[]},"answer":{"status":204,"body":""}}`
  const [call] = decodeCaptures(line).calls
  expect(call?.answer).toEqual({ status: 204, reason: '', headers: [], body: '' })
  expect(call?.request.body).toBeUndefined()
})
