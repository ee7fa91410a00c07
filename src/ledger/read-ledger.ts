import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Attestation } from './attestation.ts'
import { decodeAttestation } from './decode-attestation.ts'
import { joinAttestations, writeLine } from './join-attestations.ts'

/** A file of `programs/<id>/ledger`. */
export interface LedgerFile {
  readonly path: string
  readonly text: string
}

/** What the ledger of a program says, and what in it could not be read. */
export interface Ledger {
  /** Oldest first, each once. */
  readonly attestations: readonly Attestation[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Stands in the findings; it is no lint rule, as no definition is wrong. */
const RULE = 'ledger-readable'

/**
 * Reads the ledger of one program. `others` are those that have ledgers of their own: a line about none of
 * them is about this one, if under an earlier id. A line that is torn, foreign or doubled is reported and left out;
 * all others count, in whatever files and order they stand.
 */
export function readLedger(files: readonly LedgerFile[], others: readonly string[] = []): Ledger {
  const seen = new Set<string>()
  const attestations: Attestation[] = []
  const diagnostics: Diagnostic[] = []
  for (const { path, text } of files) {
    for (const { content, start } of linesOf(text)) {
      const report = (why: string, help: string): void => {
        const at = { file: path, start, end: start + content.length }
        diagnostics.push({ rule: RULE, severity: 'warning', at, message: `this line ${why}`, help })
      }
      const line = decodeAttestation(content)
      if (line.status === 'unreadable') {
        report(line.why, 'the other lines count; attest again what it was about, then remove it')
        continue
      }
      const { attestation } = line
      const key = writeLine(attestation)
      if (others.includes(attestation.program))
        report(`is about another program, "${attestation.program}"`, 'move it to its own folder')
      else if (seen.has(key)) report('stands twice; it counts once', 'remove one of them')
      else attestations.push(attestation)
      seen.add(key)
    }
  }
  return { attestations: joinAttestations(attestations), diagnostics }
}

interface Line {
  readonly content: string
  readonly start: number
}

/** Lines that hold something, without what ends them and without a byte-order mark. */
function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\r\n\uFEFF][^\r\n]*/g)]
    .map((found) => ({ content: found[0].trimEnd(), start: found.index }))
    .filter(({ content }) => content.trim() !== '')
}
