import { ANYTHING, type Shape } from '../model/schema/shape.ts'
import type { ContractSchema } from '../model/webhook.ts'
import { schemaPlaces } from './schema-places.ts'

/** A keyword of a schema, at a place of the documents that it describes. */
export interface PlacedKeyword {
  readonly place: string
  readonly keyword: string
}

/**
 * Every keyword that an answer can break alone: those outside of choices. In XML the whole document is
 * left out: what has no root element is no XML.
 */
export function schemaKeywords(contract: ContractSchema, isXml: boolean): readonly PlacedKeyword[] {
  return [...schemaPlaces(contract, () => [])].flatMap(({ place, shapes }) => {
    if (isXml && place === '') return []
    const [shape, ...others] = shapes
    if (shape === undefined || others.length > 0) return []
    return statedKeywords(shape).map((keyword) => ({ place, keyword }))
  })
}

/** A pattern or a format may forbid the length already that a bound of lengths forbids. */
function statedKeywords(shape: Shape): readonly string[] {
  const isFree = shape.patterns.length + shape.formats.length === 0
  const stated: readonly (readonly [keyword: string, isStated: boolean])[] = [
    ['type', shape.values === undefined && shape.types.length < ANYTHING.types.length],
    ['minLength', isFree && shape.minLength > 0],
    ['maxLength', isFree && shape.maxLength !== undefined],
    ['pattern', shape.patterns.length > 0],
    ['format', shape.formats.length > 0],
    ['multipleOf', shape.multiples.length > 0],
    ['minItems', shape.minItems > 0],
    ['maxItems', shape.maxItems < Infinity],
    ['uniqueItems', shape.isUnique],
    ['required', shape.required.length > 0],
  ]
  return stated.flatMap(([keyword, isStated]) => (isStated ? [keyword] : []))
}
