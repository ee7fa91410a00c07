import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'
import { sentAssumptions } from '../../compile/sent-assumptions.ts'
import { assumptionSets } from '../../marketo/assumptions/assumption-sets.ts'
import { checkSubject } from '../check-subject.ts'
import { fitPlain } from '../fit-plain.ts'
import { openCourt } from '../judge.ts'
import { leadSpace } from '../lead-space.ts'
import { pinnedValues } from '../pinned-values.ts'

/**
 * The places of a body at which the template puts something, the same for every lead; undefined where the
 * body has none: plain text, or a template that cannot be read.
 */
export function templatePlaces(
  compiled: CompiledProgram,
  webhook: CompiledWebhook,
): ReadonlySet<string> | undefined {
  if (webhook.bodyFormat === 'text') return undefined
  const worlds = assumptionSets(sentAssumptions(webhook), pinnedValues(compiled))
  const subject = checkSubject(webhook)
  const space = fitPlain(leadSpace(webhook, compiled.program), subject, worlds[0] ?? {})
  const leaves = openCourt(subject, space, worlds).worlds.flatMap(
    ({ plain }) => plain?.leaves ?? [],
  )[0]
  return leaves && new Set(leaves.keys())
}
