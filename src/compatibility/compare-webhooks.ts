import type { ContractSide, SafeOrder, Verdict } from './compatibility.ts'
import { compareRequests } from './request/compare-requests.ts'
import { compareResponses } from './response/compare-responses.ts'
import { formatChange } from './format-change.ts'
import {
  endpointFirst,
  isSameForm,
  isSameReading,
  marketoFirst,
  type Revision,
} from './revision.ts'

/** What was found out about one side of a contract, before anybody says where it is written. */
export interface SideComparison {
  readonly side: ContractSide
  readonly verdict: Verdict
  readonly order: SafeOrder
}

/**
 * Compares two revisions of a webhook: when both sides have followed, and while only one of them has.
 * The endpoint reads requests, Marketo reads answers.
 */
export function compareWebhooks(before: Revision, after: Revision): readonly SideComparison[] {
  return SIDES.filter(({ side }) =>
    [before, after].some(({ webhook }) => webhook[side] !== undefined),
  ).map(({ side, compare, isSameInMarketo }) => {
    const verdict = compare(before, after)
    const isSame = isSameInMarketo(before, after)
    const halfway = formatChange(side, before, after)
    if (halfway !== undefined) {
      return { side, verdict, order: { endpointFirst: halfway, marketoFirst: halfway } }
    }
    const order = {
      endpointFirst: isSame ? verdict : compare(before, endpointFirst(before, after)),
      marketoFirst: compare(before, marketoFirst(before, after)),
    }
    return { side, verdict, order }
  })
}

/** Where Marketo's form stays the same, the new endpoint with the old form is what everybody ends with. */
const SIDES = [
  { side: 'request', compare: compareRequests, isSameInMarketo: isSameForm },
  { side: 'response', compare: compareResponses, isSameInMarketo: isSameReading },
] as const
