import { Ajv } from 'ajv'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readRunRecord } from '../../../src/browser/run-record/read-run-record.ts'
import { RUN_FORMAT, writeRunRecord } from '../../../src/browser/run-record/run-record.ts'
import { currentMarks } from '../../../src/browser/run-record/step-marks.ts'
import { runRecord } from './arbitraries.ts'

const allows = new Ajv().compile(
  JSON.parse(readFileSync('schemas/run-record.schema.json', 'utf8')) as object,
)

const SOUND = {
  format: RUN_FORMAT,
  program: 'lead-sync',
  environment: 'prod-emea',
  revision: 7,
  fingerprint: '904b4665cf24',
  who: 'AB',
  startedAt: '2026-11-26T12:00:00Z',
  steps: [{ id: 'a', state: 'done', at: '2026-11-26T12:01:00Z', who: 'AB' }],
  checks: [{ id: 'a', label: 'URL', result: 'same', at: '2026-11-26T12:01:00Z', who: 'AB' }],
}
const [STEP] = SOUND.steps
const [CHECK] = SOUND.checks
const NO_TIME = 'is no time such as 2026-11-26T14:20:00Z'
const NO_TEXT = 'is no text, or too long'

test('the record that the refusals differ from is read', () => {
  expect(readRunRecord(JSON.stringify(SOUND)).status).toBe('record')
})

test.each<readonly [text: string, why: string]>([
  ['', 'it is not JSON'],
  ['<html>', 'it is not JSON'],
  ['null', 'it is JSON, but no run record'],
  ['[]', 'it is JSON, but no run record'],
  ['{}', 'it is JSON, but no run record'],
  ['{"format":1}', 'it is JSON, but no run record'],
  ['{"format":"hookbook-report/1"}', 'it is another kind of file (hookbook-report/1)'],
  [
    '{"format":"hookbook-run/2"}',
    'it is a run record of another kind than this page reads (hookbook-run/2, not hookbook-run/1)',
  ],
  [' '.repeat(2_000_001), 'it is far larger than any run record'],
])('%.40s is refused', (text, why) => {
  expect(readRunRecord(text)).toEqual({ status: 'refused', why })
})

test.each<readonly [change: object, why: string]>([
  [{ program: undefined }, `program ${NO_TEXT}`],
  [{ environment: 5 }, `environment ${NO_TEXT}`],
  [{ revision: '7' }, 'revision is no whole number'],
  [{ revision: -1 }, 'revision is no whole number'],
  [{ fingerprint: ['904b4665cf24'] }, `fingerprint ${NO_TEXT}`],
  [{ who: 'x'.repeat(301) }, `who ${NO_TEXT}`],
  [{ startedAt: 'yesterday' }, `startedAt ${NO_TIME}`],
  [{ startedAt: '2026-02-31T12:00:00Z' }, `startedAt ${NO_TIME}`],
  [{ startedAt: '2026-11-26T12:00:00+01:00' }, `startedAt ${NO_TIME}`],
  [{ steps: {} }, 'steps is no list'],
  [{ steps: ['a'] }, 'steps[0] is no entry'],
  [{ steps: [STEP, { ...STEP, id: 5 }] }, `steps[1].id ${NO_TEXT}`],
  [
    { steps: [{ ...STEP, state: 'perfect' }] },
    'steps[0].state is none of done, failed, skipped, open',
  ],
  [{ steps: [{ ...STEP, at: 0 }] }, `steps[0].at ${NO_TIME}`],
  [{ steps: [{ ...STEP, who: null }] }, `steps[0].who ${NO_TEXT}`],
  [{ steps: [{ ...STEP, note: 'x'.repeat(4001) }] }, `steps[0].note ${NO_TEXT}`],
  [{ steps: Array(20_001).fill(STEP) }, 'steps has more than 20000 entries'],
  [{ checks: [[]] }, 'checks[0] is no entry'],
  [{ checks: [{ ...CHECK, id: undefined }] }, `checks[0].id ${NO_TEXT}`],
  [{ checks: [{ ...CHECK, label: undefined }] }, `checks[0].label ${NO_TEXT}`],
  [{ checks: [{ ...CHECK, result: 'different' }] }, 'checks[0].result is not same'],
  [{ checks: [{ ...CHECK, at: '' }] }, `checks[0].at ${NO_TIME}`],
  [{ checks: [{ ...CHECK, who: {} }] }, `checks[0].who ${NO_TEXT}`],
])('a record with %j is refused', (change, why) => {
  const text = JSON.stringify({ ...SOUND, ...change })
  expect(readRunRecord(text)).toEqual({ status: 'refused', why })
  // No schema of this kind knows how many days a month has.
  if (!text.includes('-02-31T')) expect(allows(JSON.parse(text))).toBe(false)
})

test('the schema allows what is read', () => {
  fc.assert(
    fc.property(runRecord, (record) => {
      expect(allows(JSON.parse(writeRunRecord(record)))).toBe(true)
    }),
  )
})

test('the document shows a record as it is written, and which mark counts', () => {
  const page = readFileSync('docs/run-record.md', 'utf8')
  const text = /<!-- record -->\s+```json\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const reading = readRunRecord(text)
  if (reading.status === 'refused') throw new Error(reading.why)
  expect(writeRunRecord(reading.record)).toBe(text)
  expect([...currentMarks(reading.record).values()].map(({ state }) => state)).toEqual(['done'])
})

test('a record without marks and checks is one of which nothing is done', () => {
  const { steps: _steps, checks: _checks, ...bare } = SOUND
  expect(readRunRecord(JSON.stringify(bare))).toMatchObject({ record: { steps: [], checks: [] } })
})

test('what is not known is left out', () => {
  const text = JSON.stringify({ ...SOUND, script: '<script>', steps: [{ ...STEP, onclick: 'x' }] })
  const reading = readRunRecord(text)
  expect(JSON.stringify(reading)).not.toMatch(/script|onclick/)
  expect(reading.status).toBe('record')
})

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map(withFormat)), (text) => {
      expect(['record', 'refused']).toContain(readRunRecord(text).status)
    }),
  )
})

function withFormat(steps: unknown): string {
  return JSON.stringify({ ...SOUND, steps })
}
