import { fingerprint } from '../base/fingerprint.ts'
import type { Attestation } from './attestation.ts'
import { writeLine } from './join-attestations.ts'
import type { LedgerFile } from './read-ledger.ts'

const HASH_LENGTH = 12

/**
 * A file of its own for each attestation, named by what it says: two branches that attest at the same time
 * never touch the same file, and git merges them without a conflict. Whoever likes may put lines of
 * several files into one: the order of files and lines does not matter.
 */
export function ledgerFile(folder: string, attestation: Attestation): LedgerFile {
  const line = writeLine(attestation)
  const { at } = attestation
  const environment = attestation.environment.replaceAll(/[^\w-]/g, '_')
  const time = at.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')
  const hash = fingerprint(line).slice(0, HASH_LENGTH)
  return { path: `${folder}/ledger/${time}-${environment}-${hash}.jsonl`, text: `${line}\n` }
}
