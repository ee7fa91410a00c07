import {
  followReference,
  isKeywords,
  ownAt,
  rootNode,
  type Keywords,
  type SchemaNode,
} from '../model/schema/schema-node.ts'
import { typeNameOf } from '../model/schema/shape.ts'
import type { ContractSchema } from '../model/webhook.ts'

/**
 * The subschema for a place in a document, or undefined where the schema says nothing about it
 * or says it in a way that one subschema cannot tell (`anyOf`, patterns of property names).
 */
export function schemaAt(
  contract: ContractSchema | undefined,
  path: readonly (string | number)[],
): Keywords | undefined {
  if (contract === undefined) return undefined
  let current = resolved(rootNode(contract), contract)
  for (const step of path) {
    if (current === undefined) return undefined
    current = resolved(child(current, step), contract)
  }
  return isKeywords(current?.schema) ? current.schema : undefined
}

/** The types that a subschema allows; undefined when it does not restrict them. */
export function allowedTypes(schema: Keywords): readonly string[] | undefined {
  const { type, const: constant, enum: values } = schema
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string')
  if (constant !== undefined) return [typeNameOf(constant)]
  return Array.isArray(values) ? [...new Set(values.map(typeNameOf))] : undefined
}

/** The values that a subschema lists, as texts in lower case; undefined when it lists none. */
export function listedValues(schema: Keywords | undefined): readonly string[] | undefined {
  if (schema === undefined) return undefined
  const { const: constant, enum: listed } = schema
  const values = constant === undefined ? listed : [constant]
  return Array.isArray(values) ? values.map((value) => String(value).toLowerCase()) : undefined
}

function child({ schema, document }: SchemaNode, step: string | number): SchemaNode | undefined {
  if (!isKeywords(schema)) return undefined
  const { properties, items } = schema
  const inside = typeof step === 'string' ? properties : Array.isArray(items) ? items : undefined
  const found = inside === undefined && typeof step === 'number' ? items : ownAt(inside, step)
  return found === undefined ? undefined : { schema: found, document }
}

/** The schema behind a chain of references, which may lead back to itself. */
function resolved(node: SchemaNode | undefined, contract: ContractSchema): SchemaNode | undefined {
  let current = node
  for (let depth = 0; depth < MOST_REFERENCES && current !== undefined; depth++) {
    const reference = ownAt(current.schema, '$ref')
    if (typeof reference !== 'string') return current
    current = followReference(reference, current.document, contract)
  }
  return undefined
}

const MOST_REFERENCES = 16
