import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import { sentAssumptions } from '../../compile/sent-assumptions.ts'
import { assumptionSets } from '../../marketo/assumptions/assumption-sets.ts'
import type { Court } from '../judge.ts'
import { leadSpace } from '../lead-space.ts'
import { pinnedValues } from '../pinned-values.ts'
import { proveTokens } from './prove-tokens.ts'
import type { TokenProof } from './token-proof.ts'

/** The proof of every token of a webhook, under every assumption that its program has not pinned. */
export function proveWebhook(
  compiled: CompiledProgram,
  webhook: CompiledWebhook,
): readonly TokenProof[] {
  const worlds = assumptionSets(sentAssumptions(webhook), pinnedValues(compiled))
  return proveTokens(webhook, leadSpace(webhook, compiled.program), worlds)
}

/** The same in the worlds in which leads are judged. */
export function proveCourt({ subject, space, worlds }: Court): readonly TokenProof[] {
  return proveTokens(
    subject.webhook,
    space,
    worlds.map(({ assumptions }) => assumptions),
  )
}
