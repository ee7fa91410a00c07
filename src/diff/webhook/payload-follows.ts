import type { PathSegment } from '../../marketo/response-types/parse-path.ts'
import type { TemplateMember } from '../../marketo/body-formats/template-member.ts'
import { followPath } from '../../model/schema/follow-path.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import type { Consequence } from '../change.ts'
import type { WebhookPair } from '../comparison.ts'
import { additive, endpointFirst } from '../consequence.ts'

type Path = TemplateMember['path']

/** What the contract of before says of a place in the request. */
type Allowance = 'required' | 'allowed' | 'refused' | 'unknown'

export function addedFollows({ base }: WebhookPair, path: Path): Consequence {
  switch (allowance(base.defined.request, path)) {
    case 'required':
    case 'allowed':
      return additive('the request contract allowed it already')
    case 'refused':
      return endpointFirst('the request contract of before does not allow it')
    case 'unknown':
      return additive(
        'the endpoint must accept it before Marketo sends it',
        ['receiver', 'human'],
        'endpoint-first',
      )
  }
}

export function removedFollows({ base }: WebhookPair, path: Path): Consequence {
  return allowance(base.defined.request, path) === 'allowed'
    ? additive('the request contract of before does not require it')
    : endpointFirst('the endpoint must do without it before Marketo leaves it out')
}

export function renamedFollows(
  { base }: WebhookPair,
  from: Path,
  to: Path,
  what: 'name' | 'place',
): Consequence {
  const contract = base.defined.request
  const isKnown = ['required', 'allowed'].includes(allowance(contract, to))
  return isKnown && allowance(contract, from) === 'allowed'
    ? additive(`the request contract allowed both ${what}s already`)
    : endpointFirst(`the endpoint must read the new ${what} before Marketo uses it`)
}

function allowance(contract: ContractSchema | undefined, path: Path): Allowance {
  if (contract?.schema === undefined) return 'unknown'
  const { shapes, missing, unknown } = followPath(contract, path.map(segmentOf), false)
  if (shapes.length === 0) return unknown.length === 0 ? 'refused' : 'unknown'
  if (unknown.length > 0) return 'unknown'
  return missing.length === 0 ? 'required' : 'allowed'
}

function segmentOf(step: string | number): PathSegment {
  return typeof step === 'number'
    ? { kind: 'index', index: step, start: 0, end: 0 }
    : { kind: 'member', name: step, start: 0, end: 0 }
}
