import { identified, type BreakOwner } from '../break-identity.ts'
import type { Verdict } from '../compatibility.ts'
import type { Revision } from '../revision.ts'
import { findBreaks } from './find-breaks.ts'
import { leadJudge } from './judge-lead.ts'
import { pairedSpace } from './paired-leads.ts'
import { proveRequest } from './prove-request.ts'

/** Whether every lead whose request the old endpoint took sends what the new one takes. */
export function compareRequests(before: Revision, after: Revision): Verdict {
  const { request: old } = before.webhook
  const { request: demanded } = after.webhook
  if (old?.schema === undefined) {
    return unknown('no schema said before what the endpoint takes')
  }
  if (demanded?.schema === undefined)
    return unknown('no schema says any more what the endpoint takes')
  const because = proveRequest(before, after)
  if (because !== undefined) return { status: 'compatible', because }
  const space = pairedSpace(before, after)
  const made = leadJudge(space, old, demanded)
  if (made.status === 'impossible') return unknown(made.reason)
  const owner: BreakOwner = {
    program: after.compiled.program.id.value,
    webhook: after.webhook.id,
    side: 'request',
  }
  const breaks = findBreaks(space, made.judge)
  if (breaks.length === 0) {
    return unknown('no lead was found that the new schema refuses, and no proof that there is none')
  }
  return {
    status: 'broken',
    breaks: breaks.map((each) => identified(owner, each)),
  }
}

function unknown(reason: string): Verdict {
  return { status: 'unknown', reason }
}
