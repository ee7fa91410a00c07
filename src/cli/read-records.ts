import { visibleText } from '../base/visible-text.ts'
import { mergeRunRecords } from '../browser/run-record/merge-run-records.ts'
import { stamp } from '../browser/run-record/other-page.ts'
import { readRunRecord } from '../browser/run-record/read-run-record.ts'
import type { RunRecord } from '../browser/run-record/run-record.ts'
import type { HostFiles } from '../host/host.ts'
import { RefusedError, UsageError } from './command.ts'
import type { PlannedDeployment } from './planning.ts'

/** Run records by program: those of one page are put together. Whatever cannot be used is refused with its reason. */
export function readRecords(
  paths: readonly string[],
  environment: string,
  files: HostFiles,
): ReadonlyMap<string, RunRecord> {
  const records = new Map<string, RunRecord>()
  for (const path of paths) {
    const record = readRecord(path, files)
    if (record.environment !== environment)
      throw refused(path, `it is about ${record.environment}, and --env says ${environment}`)
    const earlier = records.get(record.program)
    if (earlier !== undefined && earlier.fingerprint !== record.fingerprint)
      throw refused(path, `it is of ${stamp(record)}, another one of ${stamp(earlier)}`)
    records.set(record.program, earlier === undefined ? record : mergeRunRecords(earlier, record))
  }
  return records
}

function readRecord(path: string, files: HostFiles): RunRecord {
  const text = files.readText(path)
  if (text === undefined) throw new UsageError(`there is no file "${path}"`)
  const reading = readRunRecord(text)
  if (reading.status === 'refused') throw refused(path, reading.why)
  return reading.record
}

function refused(path: string, why: string): RefusedError {
  return new RefusedError(visibleText(`"${path}" is not taken: ${why}`))
}

/** A record says nothing about another state of the definition. */
export function checkRecord(record: RunRecord, { plan }: PlannedDeployment): void {
  const { to, program, environment } = plan
  if (to === undefined)
    throw new RefusedError(
      visibleText(`the record is not taken: ${program} is not defined for ${environment} any more`),
    )
  if (record.fingerprint === to.fingerprint) return
  throw new RefusedError(
    visibleText(
      `the record is not taken: it was made with ${stamp(record)}; ${program} is ${stamp({ program, environment, ...to })} now, and may ask for other things`,
    ),
  )
}
