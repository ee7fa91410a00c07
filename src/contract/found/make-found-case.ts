import type { Diagnostic } from '../../diagnostic/finding.ts'
import { foundId, type FoundCase } from '../../model/found-case.ts'
import { previewRequest, type FoundBy } from '../describe-failure.ts'
import { failureKey, judge, type Court } from '../judge.ts'
import type { SmallestLead } from '../shrink-lead.ts'
import { tokenName } from '../token-name.ts'
import { identityOf } from './found-identity.ts'
import { foundSituation } from './found-situation.ts'

/** A described failure as a case that can be replayed when everything around it has changed. */
export function makeFoundCase(
  court: Court,
  smallest: SmallestLead,
  { diagnostic, by }: { readonly diagnostic: Diagnostic; readonly by: FoundBy },
): FoundCase {
  const { failure, situation } = smallest
  const identity = identityOf(court, failure, by.compiled)
  const { request } = previewRequest(court, situation, failure)
  const { method, url, headers, body } = request
  return {
    id: foundId(identity),
    status: 'open',
    seed: by.seed,
    path: by.path,
    context: { ...identity, check: diagnostic.rule, assumptions: diagnostic.assumptions ?? [] },
    lead: leadOf(court, smallest),
    request: { method, url, headers: headers.map(([name, value]) => `${name}: ${value}`), body },
    verdict: diagnostic.message,
  }
}

/** The values that matter where they are enough to fail again, as they nearly always are; else all of them. */
function leadOf(court: Court, { situation, values, failure }: SmallestLead): FoundCase['lead'] {
  const key = failureKey(failure)
  const again = judge(court, foundSituation(court, values))
  if (again.some((other) => failureKey(other) === key)) return values
  return Object.fromEntries(
    court.subject.uses.map((use) => [tokenName(use), situation.get(use.key) ?? null]),
  )
}
