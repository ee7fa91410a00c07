import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { HEADER_ENCODING, IN_BODY_INSTEAD, repairInBody, repairInUrl } from '../repair.ts'
import type { TokenProof } from './token-proof.ts'

/** What to type instead of a refuted token; undefined where there is nothing to mend. */
export function repairToken(proof: TokenProof, webhook: CompiledWebhook): string | undefined {
  const { use, part, placed, verdict, encodings } = proof
  if (verdict.status !== 'refuted') return undefined
  const token = { use, placed, value: verdict.value }
  if (part === 'URL') return repairInUrl(token)
  if (part === 'body') return repairInBody(token, webhook)
  return encodings.length > 1 && verdict.assumptions.length > 0 ? HEADER_ENCODING : IN_BODY_INSTEAD
}
