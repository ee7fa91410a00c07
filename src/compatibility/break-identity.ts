import { fingerprint } from '../base/fingerprint.ts'
import type { ContractBreak, ContractSide, FoundContractBreak } from './compatibility.ts'

export interface BreakOwner {
  readonly program: string
  readonly webhook: string
  readonly side: ContractSide
}

/** Long enough that no two breaks of a project share one, short enough to be copied. */
const LENGTH = 16

/**
 * What makes a break the same in a later commit: whose it is, and what is demanded where in the document.
 * Lines, files, references and the lead that shows it may change.
 */
export function identified(
  { program, webhook, side }: BreakOwner,
  found: FoundContractBreak,
): ContractBreak {
  const { keyword, place, demand } = found
  const identity = [program, webhook, side, keyword, place, demand ?? null]
  return { ...found, fingerprint: fingerprint(identity).slice(0, LENGTH), approved: undefined }
}
