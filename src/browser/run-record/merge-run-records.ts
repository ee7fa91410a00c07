import { orderMarks } from './order-marks.ts'
import type { RunRecord } from './run-record.ts'

/**
 * Puts two records of one page together. No mark of either is lost; in whatever order records are
 * put together, and however often, the marks are the same. The keeper stays who it was.
 */
export function mergeRunRecords(own: RunRecord, other: RunRecord): RunRecord {
  return {
    ...own,
    startedAt: own.startedAt < other.startedAt ? own.startedAt : other.startedAt,
    steps: orderMarks([...own.steps, ...other.steps]),
    checks: orderMarks([...own.checks, ...other.checks]),
  }
}
