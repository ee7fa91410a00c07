import fc from 'fast-check'
import {
  RUN_FORMAT,
  STEP_STATES,
  type CheckMark,
  type RunRecord,
  type StepMark,
} from '../../../src/browser/run-record/run-record.ts'
import { orderMarks } from '../../../src/browser/run-record/order-marks.ts'

/** Few of each, so that records overlap; hostile texts among them. */
const id = fc.constantFrom('webhook.crm.dialog', 'webhook.crm.headers', '__proto__', '<img src=x>')
const who = fc.oneof(fc.constantFrom('AB', 'CD', ''), fc.string({ maxLength: 20, unit: 'binary' }))
const at = fc
  .integer({ min: 0, max: 20 })
  .map((minute) => new Date(Date.UTC(2026, 10, 26, 14, minute)).toISOString())

const stepMark: fc.Arbitrary<StepMark> = fc.record(
  { id, state: fc.constantFrom(...STEP_STATES), at, who, note: fc.string({ unit: 'binary' }) },
  { requiredKeys: ['id', 'state', 'at', 'who'] },
)

const checkMark: fc.Arbitrary<CheckMark> = fc.record({
  id,
  label: fc.constantFrom('Template', 'URL'),
  result: fc.constant('same' as const),
  at,
  who,
})

/** Records of one page. */
export const runRecord: fc.Arbitrary<RunRecord> = fc.record({
  format: fc.constant(RUN_FORMAT),
  program: fc.constant('lead-sync'),
  environment: fc.constant('prod-emea'),
  revision: fc.constant(7),
  fingerprint: fc.constant('904b4665cf24'),
  who,
  startedAt: at,
  steps: fc.array(stepMark, { maxLength: 8 }).map(orderMarks),
  checks: fc.array(checkMark, { maxLength: 4 }).map(orderMarks),
})
