import type { TokenUse } from '../../compile/compiled-program.ts'
import { sentAssumptions } from '../../compile/sent-assumptions.ts'
import { sentTemplate } from '../../emulate/build-request.ts'
import { fixtureSituation } from '../../emulate/fixture-situation.ts'
import { assumptionSets } from '../../marketo/assumptions/assumption-sets.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import type { JsonSchema } from '../../model/webhook.ts'
import { pinnedValues } from '../../contract/pinned-values.ts'
import { placeTokens } from '../../contract/placed-use.ts'
import { proveWebhook } from '../../contract/proof/prove-webhook.ts'
import type { Revision } from '../revision.ts'
import { textDomain, valueDomain, type ShownToken } from './shown-domain.ts'

/** What more is known of a token's value, as schemas. */
export type KnownOfToken = (use: TokenUse) => readonly JsonSchema[]

const MARK = /\ue000(\d+)\ue001/g

/**
 * Everything that a template can send, as a schema: its static text, with all that each token may be read
 * as. Undefined where it is not proven that tokens stay in their places, and where a body is no document.
 */
export function sentSchema(revision: Revision, known: KnownOfToken): JsonSchema | undefined {
  const { compiled, webhook } = revision
  const { bodyFormat } = webhook
  if (webhook.template === undefined || !['json', 'form'].includes(bodyFormat)) return undefined
  const proofs = proveWebhook(compiled, webhook).filter(({ part }) => part === 'body')
  if (proofs.some(({ verdict }) => verdict.status !== 'proven')) return undefined
  const worlds = assumptionSets(sentAssumptions(webhook), pinnedValues(compiled))
  const bodies = new Map<string, JsonSchema>()
  for (const world of worlds) {
    const schema = bodySchema(revision, world, { worlds, known })
    if (schema === undefined) return undefined
    bodies.set(JSON.stringify(schema), schema)
  }
  return bodies.size === 1 ? [...bodies.values()][0] : { anyOf: [...bodies.values()] }
}

interface Knowledge {
  readonly worlds: readonly AssumptionSet[]
  readonly known: KnownOfToken
}

/** The body is read once, with marks in place of its tokens. */
function bodySchema(
  { compiled, webhook }: Revision,
  world: AssumptionSet,
  { worlds, known }: Knowledge,
): JsonSchema | undefined {
  const format = bodyFormatNamed(webhook.bodyFormat)
  const sent = sentTemplate(webhook, world)
  if (sent?.status !== 'sent') return undefined
  const contexts = placeTokens(sent.text, format.readTemplate)
  const fixed = fixtureSituation(webhook, compiled.program, {})
  const holes: Hole[] = []
  const marked = sent.text.parts.map((part) => {
    if (part.kind === 'text') return part.text
    const isMine = part.token.namespace.toLowerCase() === 'my'
    const token = { use: part, fixed: isMine ? (fixed.get(part.key) ?? null) : undefined, worlds }
    const context = contexts.find(({ use }) => use === part)?.placed.context
    const isValue = context === 'json-value'
    const mark = `\ue000${holes.push({ token, isValue }) - 1}\ue001`
    return isValue ? JSON.stringify(mark) : mark
  })
  const reading = format.readBody(marked.join(''))
  if (reading.status === 'unreadable') return undefined
  const leafOf = (text: string): JsonSchema | undefined => {
    const marks = [...text.matchAll(MARK)]
    const hole = holes[Number(marks[0]?.[1])]
    if (marks.length === 0 || hole === undefined) return { const: text }
    if (marks[0]?.[0] !== text) return { type: 'string' }
    const domain = hole.isValue ? valueDomain(hole.token, webhook.encoding) : textDomain(hole.token)
    return domain && { allOf: [domain, ...known(hole.token.use)] }
  }
  return documentSchema(reading.value, leafOf)
}

interface Hole {
  readonly token: ShownToken
  /** Whether it stands for a whole JSON value, or in a text. */
  readonly isValue: boolean
}

/** A document whose members are all there, and no others. */
function documentSchema(
  value: unknown,
  leafOf: (text: string) => JsonSchema | undefined,
): JsonSchema | undefined {
  if (typeof value === 'string') return leafOf(value)
  if (typeof value !== 'object' || value === null) return { const: value }
  const entries = Object.entries(value).map(
    ([name, member]) => [name, documentSchema(member, leafOf)] as const,
  )
  if (entries.some(([name, schema]) => schema === undefined || name.includes('\ue000'))) {
    return undefined
  }
  if (Array.isArray(value)) return listSchema(entries.map(([, schema]) => schema ?? true))
  return {
    type: 'object',
    properties: Object.fromEntries(entries),
    required: Object.keys(value),
    additionalProperties: false,
  }
}

/** Written so that both dialects read the same. */
function listSchema(items: readonly JsonSchema[]): JsonSchema {
  const length = { type: 'array', minItems: items.length, maxItems: items.length }
  return items.length === 0 ? length : { ...length, items: { anyOf: items } }
}
