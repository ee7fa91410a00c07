import type { CompiledProgram, CompiledWebhook } from '../../../src/compile/compiled-program.ts'
import type { Court } from '../../../src/contract/judge.ts'
import { withValues } from '../../../src/contract/lead-space.ts'
import type { Refutation, TokenProof } from '../../../src/contract/proof/token-proof.ts'
import { restingOn } from '../../../src/contract/resting-on.ts'
import { EMAIL_ADDRESSES } from '../../../src/marketo/field-types/email-address.ts'
import type { Situation } from '../../../src/emulate/call.ts'
import { isolate } from './isolate.ts'
import { brokenBy, courtOf, singleLeads } from './judge-tokens.ts'

/**
 * In which points the proof of a token and the judgement of leads disagree. Every other token is out of
 * the way, so that nothing else can be to blame.
 */
export function compareToken(
  compiled: CompiledProgram,
  webhook: CompiledWebhook,
  { use, verdict }: TokenProof,
): readonly string[] {
  const court = courtOf(compiled, isolate(webhook, use))
  const leads = singleLeads(compiled, court)
  if (verdict.status === 'refuted') return compareRefutation(court, use.key, verdict, leads)
  const broken = leads.find((lead) => brokenBy(court, lead).length > 0)
  return broken === undefined ? [] : [`breaks with ${JSON.stringify(broken.get(use.key))}`]
}

function compareRefutation(
  court: Court,
  key: string,
  verdict: Refutation,
  leads: readonly Situation[],
): readonly string[] {
  const smallest = withValues(court.space, [[key, verdict.value]])
  const worlds = court.worlds.map(({ assumptions }) => assumptions)
  const failing = court.worlds.flatMap((world) =>
    brokenBy({ ...court, worlds: [world] }, smallest).length > 0 ? [world.assumptions] : [],
  )
  if (failing.length === 0) return ['its value breaks nothing']
  const resting = [...restingOn(worlds, failing), ...takenOfAddresses(court, key)].join()
  const isFound = leads.some((lead) => brokenBy(court, lead).length > 0)
  const smaller = leads.find(
    (lead) => sizeOf(lead.get(key)) < sizeOf(verdict.value) && brokenBy(court, lead).length > 0,
  )
  return [
    ...(resting === verdict.assumptions.join() ? [] : [`it rests on ${resting}`]),
    ...(isFound ? [] : ['no lead of the test shows it']),
    ...(smaller === undefined ? [] : [`${JSON.stringify(smaller.get(key))} is smaller`]),
  ]
}

/** What has to be assumed of an e-mail field that no address breaks. */
function takenOfAddresses(court: Court, key: string): readonly string[] {
  const token = court.space.tokens.find(({ use }) => use.key === key)
  if (token?.field.type !== 'email' || token.field.holds !== undefined) return []
  const isBroken = [null, ...EMAIL_ADDRESSES].some(
    (address) => brokenBy(court, withValues(court.space, [[key, address]])).length > 0,
  )
  return isBroken ? [] : ['email-values: any-text']
}

function sizeOf(value: unknown): number {
  return value === null || value === undefined ? 0 : String(value).length
}
