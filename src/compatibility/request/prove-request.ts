import type { TokenUse } from '../../compile/compiled-program.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import type { SchemaNode } from '../../model/schema/schema-node.ts'
import type { ContractSchema, JsonSchema } from '../../model/webhook.ts'
import { placeTokens, type PlacedUse } from '../../contract/placed-use.ts'
import { rebase } from '../../receiver/node-validator.ts'
import { UNCHANGED } from '../compatibility.ts'
import { isSameForm, type Revision } from '../revision.ts'
import { alternativesOf } from '../subset/alternative.ts'
import { itemNodes, memberNodes } from '../subset/children.ts'
import { isEmpty } from '../subset/is-empty.ts'
import { isSubset } from '../subset/is-subset.ts'
import { AFTER, BEFORE, joinContracts } from '../subset/join-contracts.ts'
import { meaningOf } from '../subset/meaning.ts'
import { sentSchema } from './sent-schema.ts'

/** Where no reference is followed from. */
const NOWHERE = ''

/** From what it follows that whatever was taken before is taken now; undefined where no proof is found. */
export function proveRequest(before: Revision, after: Revision): string | undefined {
  const { request: old } = before.webhook
  const { request: demanded } = after.webhook
  if (old?.schema === undefined || demanded?.schema === undefined) return undefined
  const contract = joinContracts(old, demanded)
  if (contract === undefined) return undefined
  const taken: SchemaNode = { schema: old.schema, document: BEFORE + old.path }
  const outer: SchemaNode = { schema: demanded.schema, document: AFTER + demanded.path }
  if (!isSameForm(before, after)) return proveNewForm(before, after, { contract, taken, outer })
  const meaning = meaningOf(outer, contract)
  if (meaning !== undefined && meaning === meaningOf(taken, contract)) {
    return UNCHANGED
  }
  if (isSubset({ contract, inner: [taken], outer })) {
    return 'the new request schema takes whatever the old one took'
  }
  const sent = sentSchema(after, () => [])
  if (sent === undefined) return undefined
  return isSubset({ contract, inner: [{ schema: sent, document: NOWHERE }, taken], outer })
    ? 'the new request schema takes whatever the template can send'
    : undefined
}

interface Schemas {
  readonly contract: ContractSchema
  readonly taken: SchemaNode
  readonly outer: SchemaNode
}

/** A token that stood alone before held what the old schema demanded of it there. */
function proveNewForm(
  before: Revision,
  after: Revision,
  { contract, taken, outer }: Schemas,
): string | undefined {
  const sentBefore = sentSchema(before, () => [])
  const nodes =
    sentBefore === undefined ? [taken] : [taken, { schema: sentBefore, document: NOWHERE }]
  const old = isSameEncoding(before, after) ? placesOf(before) : []
  const now = placesOf(after)
  const known = ({ key, token, field }: TokenUse): readonly JsonSchema[] => {
    const place = old.find(({ use, placed }) => use.key === key && placed.isAlone)
    const path = place?.placed.path
    const isSame =
      place !== undefined &&
      path !== undefined &&
      standsAlike(key, place, now) &&
      place.use.token.defaultText === token.defaultText &&
      JSON.stringify(place.use.field) === JSON.stringify(field)
    return isSame ? demandsAt(nodes, path, contract) : []
  }
  const sent = sentSchema(after, known)
  if (sent === undefined) return undefined
  return isSubset({ contract, inner: [{ schema: sent, document: NOWHERE }], outer })
    ? 'the request schema takes whatever the new template can send'
    : undefined
}

function isSameEncoding({ webhook: before }: Revision, { webhook: after }: Revision): boolean {
  return before.encoding === after.encoding && before.bodyFormat === after.bodyFormat
}

/** In quotes a number is read as a text: what was demanded of the one says nothing about the other. */
function standsAlike(key: string, { placed }: PlacedUse, now: readonly PlacedUse[]): boolean {
  return now
    .filter(({ use }) => use.key === key)
    .every(({ placed: other }) => other.isAlone && other.context === placed.context)
}

function placesOf({ webhook }: Revision): readonly PlacedUse[] {
  if (webhook.template === undefined) return []
  return placeTokens(webhook.template, bodyFormatNamed(webhook.bodyFormat).readTemplate)
}

/** What a value satisfied at a place of what was taken; nothing where that is one of several alternatives. */
function demandsAt(
  from: readonly SchemaNode[],
  path: readonly (string | number)[],
  contract: ContractSchema,
): readonly JsonSchema[] {
  let nodes = from
  for (const step of path) {
    const possible = alternativesOf(nodes, contract).filter((each) => !isEmpty(each, contract))
    const [only, ...others] = possible
    if (only === undefined || others.length > 0) return []
    nodes = typeof step === 'number' ? itemNodes(only, step, contract) : memberNodes(only, step)
  }
  return nodes.flatMap(({ schema, document }) => {
    const moved = rebase(schema, document)
    return typeof moved === 'object' && moved !== null ? [{ ...moved }] : []
  })
}
