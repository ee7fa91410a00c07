import { writeRunRecord, type RunRecord } from '../../run-record/run-record.ts'
import { download } from '../download.ts'

/** Saves a run as a file: `run-lead-sync-prod-emea-904b4665cf24-20261126T1420Z.json`. */
export function saveRun(record: RunRecord, now: Date): string {
  const { program, environment, fingerprint } = record
  const minute = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, '')
  const name = `run-${program}-${environment}-${fingerprint}-${minute}Z.json`
  download(name, writeRunRecord(record))
  return name
}
