import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { parsePath, type PathSegment } from '../../marketo/response-types/parse-path.ts'
import type { SchemaNode } from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { rebase } from '../../receiver/node-validator.ts'
import { alternativesOf } from '../subset/alternative.ts'
import { isNewer } from '../subset/children.ts'
import { isEmpty } from '../subset/is-empty.ts'

/** The answers that are looked at: all, or those that prove success. */
export type AnswerScope = 'any' | 'success'

/**
 * The alternatives of a response schema that can really come about, each as a contract of its own: a
 * branch that cannot prove success says nothing about answers that do.
 */
export function answerCases(
  contract: ContractSchema,
  webhook: CompiledWebhook,
  scope: AnswerScope,
): readonly ContractSchema[] {
  const root: SchemaNode = { schema: contract.schema ?? true, document: contract.path }
  const wanted = scope === 'any' ? undefined : successSchema(webhook, contract)
  const nodes = wanted === undefined ? [root] : [root, { schema: wanted, document: contract.path }]
  const referenced = {
    ...contract.referenced,
    ...(contract.schema === undefined ? {} : { [contract.path]: contract.schema }),
  }
  return alternativesOf(nodes, contract)
    .filter((each) => !isEmpty(each, contract))
    .map((each) => ({
      at: contract.at,
      path: 'case',
      referenced,
      schema: {
        ...dialectOf(contract),
        allOf: each.nodes.map(({ schema, document }) => rebase(schema, document)),
      },
    }))
}

function dialectOf(contract: ContractSchema): { readonly $schema?: string } {
  return isNewer(contract) ? { $schema: 'https://json-schema.org/draft/2020-12/schema' } : {}
}

/** What an answer that proves success holds; undefined where the definition does not say. */
function successSchema(
  { success, responseType }: CompiledWebhook,
  contract: ContractSchema,
): unknown {
  const path = success === undefined ? undefined : parsePath(success.path.value)
  if (success === undefined || path?.status !== 'path') return undefined
  const hasIndex = path.segments.some(({ kind }) => kind === 'index')
  // In XML a list of one cannot be told from a single element.
  if (responseType === 'XML' && hasIndex) return undefined
  return holding(path.segments, { enum: spellings(success.equals.value) }, isNewer(contract))
}

/** Success is found by its text: the number 1 and the text "1" are the same. */
function spellings(value: string | number | boolean): readonly unknown[] {
  const text = String(value)
  const number = Number(text)
  const isBoolean = text === 'true' || text === 'false'
  return [
    text,
    ...(text !== '' && String(number) === text ? [number] : []),
    ...(isBoolean ? [text === 'true'] : []),
  ]
}

function holding(segments: readonly PathSegment[], last: unknown, newer: boolean): unknown {
  const [segment, ...rest] = segments
  if (segment === undefined) return last
  const inner = holding(rest, last, newer)
  if (segment.kind === 'member') {
    return { type: 'object', required: [segment.name], properties: { [segment.name]: inner } }
  }
  const items = [...Array.from({ length: segment.index }, () => ({})), inner]
  return { type: 'array', minItems: items.length, ...(newer ? { prefixItems: items } : { items }) }
}
