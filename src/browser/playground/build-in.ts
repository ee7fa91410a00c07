import type { SentWebhook } from '../../compile/compiled-program.ts'
import type { Court } from '../../contract/judge.ts'
import { buildRequest, type BuiltRequest } from '../../emulate/build-request.ts'
import type { Situation } from '../../emulate/call.ts'
import { maskedSecret } from '../../emulate/curl-line.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'

/** A webhook's request in one world; the name of a secret stands for it. */
export function buildIn(
  { subject }: Court<SentWebhook>,
  situation: Situation,
  assumptions: AssumptionSet,
): BuiltRequest {
  return buildRequest(subject.webhook, situation, { assumptions, secretOf: maskedSecret })
}

/** The likeliest answers to what is not pinned: the first of all worlds. */
export function usualWorld({ worlds }: Court<SentWebhook>): AssumptionSet {
  return worlds[0]?.assumptions ?? {}
}
