import { createHash } from 'node:crypto'
import { stableJson } from './stable-json.ts'

/** SHA-256 of a value's meaning, in hex: independent of key order, comments and layout. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(stableJson(value)).digest('hex')
}
