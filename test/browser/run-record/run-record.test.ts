import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markSame, markStep } from '../../../src/browser/run-record/mark-step.ts'
import { mergeRunRecords } from '../../../src/browser/run-record/merge-run-records.ts'
import { otherPage } from '../../../src/browser/run-record/other-page.ts'
import { readRunRecord } from '../../../src/browser/run-record/read-run-record.ts'
import {
  startRun,
  writeRunRecord,
  type RunRecord,
} from '../../../src/browser/run-record/run-record.ts'
import { countStates, currentMarks, lastCheck } from '../../../src/browser/run-record/step-marks.ts'
import { runRecord } from './arbitraries.ts'

const PAGE = {
  program: 'lead-sync',
  environment: 'prod-emea',
  revision: 7,
  fingerprint: '904b4665cf24',
}
const NOON = new Date('2026-11-26T12:00:00Z')
const DIALOG = 'webhook.crm.dialog'

/** Records say the same apart from who keeps them. */
function withoutKeeper(record: RunRecord): RunRecord {
  return { ...record, who: '' }
}

test('what is written is read back', () => {
  fc.assert(
    fc.property(runRecord, (record) => {
      expect(readRunRecord(writeRunRecord(record))).toEqual({ status: 'record', record })
    }),
  )
})

test('a record taken over twice is taken over once', () => {
  fc.assert(
    fc.property(runRecord, runRecord, (own, other) => {
      const once = mergeRunRecords(own, other)
      expect(mergeRunRecords(once, other)).toEqual(once)
      expect(mergeRunRecords(own, own)).toEqual(own)
    }),
  )
})

test('the order in which records are put together makes no difference', () => {
  fc.assert(
    fc.property(runRecord, runRecord, runRecord, (a, b, c) => {
      const either = mergeRunRecords(mergeRunRecords(a, b), c)
      const other = mergeRunRecords(c, mergeRunRecords(b, a))
      expect(withoutKeeper(either)).toEqual(withoutKeeper(other))
    }),
  )
})

test('putting records together loses no mark', () => {
  fc.assert(
    fc.property(runRecord, runRecord, (own, other) => {
      const { steps, checks } = mergeRunRecords(own, other)
      expect(steps).toEqual(expect.arrayContaining([...own.steps, ...other.steps]))
      expect(checks).toEqual(expect.arrayContaining([...own.checks, ...other.checks]))
    }),
  )
})

test('the mark made now is the one that counts, whatever other clocks said', () => {
  fc.assert(
    fc.property(runRecord, fc.constantFrom('done', 'failed', 'skipped'), (record, state) => {
      const marked = markStep(record, { id: DIALOG, state, note: 'seen' }, NOON)
      expect(currentMarks(marked).get(DIALOG)).toMatchObject({ state, note: 'seen' })
      expect(marked.steps).toHaveLength(record.steps.length + 1)
    }),
  )
})

test('the later mark of two people counts, and both are kept', () => {
  const begun = startRun(PAGE, 'AB', NOON)
  const night = markStep(begun, { id: DIALOG, state: 'failed' }, new Date('2026-11-26T13:00:00Z'))
  const day = markStep(
    { ...begun, who: 'CD' },
    { id: DIALOG, state: 'done' },
    new Date('2026-11-26T14:00:00Z'),
  )
  const both = mergeRunRecords(night, day)
  expect(currentMarks(both).get(DIALOG)).toMatchObject({ state: 'done', who: 'CD' })
  expect(both.steps.map(({ state }) => state)).toEqual(['failed', 'done'])
})

test('a mark that was taken back counts no more, also after the record is taken over', () => {
  const done = markStep(startRun(PAGE, 'AB', NOON), { id: DIALOG, state: 'done' }, NOON)
  const back = markStep(done, { id: DIALOG, state: 'open' }, NOON)
  expect([...currentMarks(mergeRunRecords(back, done)).keys()]).toEqual([])
})

test('states are counted for the steps that are asked for', () => {
  const one = markStep(startRun(PAGE, 'AB', NOON), { id: 'a', state: 'done' }, NOON)
  const two = markStep(one, { id: 'b', state: 'skipped' }, NOON)
  const marks = currentMarks(two)
  expect(countStates(marks, ['a', 'c'])).toEqual({ done: 1, failed: 0, skipped: 0 })
  expect(countStates(marks, ['a', 'b'])).toEqual({ done: 1, failed: 0, skipped: 1 })
})

test('a value that was pasted back is found again by its step and field', () => {
  const place = { id: DIALOG, label: 'Template' }
  const record = markSame(startRun(PAGE, 'AB', NOON), place, NOON)
  expect(lastCheck(record, place)).toMatchObject({ who: 'AB', at: '2026-11-26T12:00:00.000Z' })
  expect(lastCheck(record, { ...place, label: 'URL' })).toBeUndefined()
})

test('a time without fractions is the same time', () => {
  const text = JSON.stringify({ ...startRun(PAGE, '', NOON), startedAt: '2026-11-26T12:00:00Z' })
  expect(readRunRecord(text)).toMatchObject({
    record: { startedAt: '2026-11-26T12:00:00.000Z' },
  })
})

test.each([
  [{}, undefined],
  [{ revision: 6 }, undefined],
  [{ program: 'sales-signals' }, 'it belongs to the program sales-signals; this page is lead-sync'],
  [{ environment: 'prod-apac' }, 'it belongs to prod-apac; this page is prod-emea'],
  [
    { revision: 6, fingerprint: '0000' },
    'it belongs to revision 6, fingerprint 0000; this page is revision 7, fingerprint 904b4665cf24, and may ask for other things',
  ],
])('a record of %j belongs to another page: %s', (difference, why) => {
  expect(otherPage({ ...startRun(PAGE, 'AB', NOON), ...difference }, PAGE)).toBe(why)
})
