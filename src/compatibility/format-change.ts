import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import { requestBuilder } from '../emulate/build-request.ts'
import { leadSpace } from '../contract/lead-space.ts'
import { assumptionSets } from '../marketo/assumptions/assumption-sets.ts'
import { pinnedValues } from '../contract/pinned-values.ts'
import { SECRET_MARKER } from '../contract/render-case.ts'
import { usualAnswer } from '../receiver/usual-answer.ts'
import { identified } from './break-identity.ts'
import type { ContractSide, Verdict } from './compatibility.ts'
import type { Revision } from './revision.ts'

/**
 * What happens while only one side has changed the format of a body: nobody reads the other's. Undefined
 * where the format has stayed. In the end both have followed, so only the way there breaks.
 */
export function formatChange(
  side: ContractSide,
  before: Revision,
  after: Revision,
): Verdict | undefined {
  const [old, now] = [before, after].map((revision) => formatOf(side, revision))
  if (old === now) return undefined
  const reader = side === 'request' ? 'the endpoint' : 'Marketo'
  const owner = {
    program: after.compiled.program.id.value,
    webhook: after.webhook.id,
    side,
  }
  const witness = {
    lead: side === 'request' ? {} : undefined,
    before: exampleOf(side, before),
    after: exampleOf(side, after),
    because: `one side of it speaks ${old}, the other ${now}: ${reader} cannot read what it gets`,
  }
  const found = { keyword: 'format', place: '', demand: now, witness, assumptions: [] }
  return { status: 'broken', breaks: [identified(owner, found)] }
}

function formatOf(side: ContractSide, { webhook }: Revision): string {
  return side === 'request' ? bodyFormatNamed(webhook.bodyFormat).title : webhook.responseType
}

/** What the plain lead sends, or the usual answer. */
function exampleOf(side: ContractSide, { compiled, webhook }: Revision): string {
  if (side === 'response') {
    const answer = usualAnswer(webhook)
    return answer.kind === 'respond' ? String(answer.body) : ''
  }
  const [assumptions = {}] = assumptionSets([], pinnedValues(compiled))
  const secretOf = (id: string): string => `${SECRET_MARKER}-${id}`
  const { plain } = leadSpace(webhook, compiled.program)
  const built = requestBuilder(webhook, { assumptions, secretOf })(plain)
  return built.status === 'built' ? (built.request.body ?? '') : ''
}
