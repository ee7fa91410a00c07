import { isKeywords } from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'

/** More than these say nothing new. */
const MOST_VALUES = 40

type Scalar = string | number | boolean

/** Everything that a schema calls by its name, wherever: a condition may ask for it in another place. */
export function mentionedValues(contract: ContractSchema | undefined): readonly Scalar[] {
  if (contract === undefined) return []
  const { schema, referenced } = contract
  const found = [schema, ...Object.values(referenced)].flatMap(valuesIn)
  return [...new Set(found)].slice(0, MOST_VALUES)
}

function valuesIn(schema: unknown): readonly Scalar[] {
  if (Array.isArray(schema)) return schema.flatMap(valuesIn)
  if (!isKeywords(schema)) return []
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword === 'const') return [value].filter(isScalar)
    if (keyword === 'enum' && Array.isArray(value)) return value.filter(isScalar)
    return valuesIn(value)
  })
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
