import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { settleAcceptance } from '../marketo/field-types/settle-acceptance.ts'
import type { PathSegment } from '../marketo/response-types/parse-path.ts'
import { followPath } from './schema/follow-path.ts'
import { mappedValues, type MappedValue, type WrittenField } from './schema/mapped-values.ts'
import type { TypeName } from './schema/shape.ts'
import type { ContractSchema } from './webhook.ts'

/** How a mapping may end. */
export type MappingEnd = 'written' | 'not-written' | 'unspecified' | 'missing'

/** One way in which a mapping may end, for answers that the response schema allows. */
export interface Possibility {
  readonly end: MappingEnd
  /** In words, without a value: goes on after "because …". */
  readonly because: string
  /** What stands in the response; undefined where nothing does. */
  readonly type: TypeName | undefined
  /** The assumption that decides, where no source does. */
  readonly assumption: string | undefined
  /** How long a text may be, where its length is what does not fit. */
  readonly characters: number | undefined
}

/** What can be said of a mapping before any answer is seen. */
export interface MappingVerdict {
  readonly possibilities: readonly Possibility[]
  /** Why there may be more, or not all of these: proven only where this is empty. */
  readonly unknown: readonly string[]
}

export interface MappingQuestion {
  readonly contract: ContractSchema
  readonly segments: readonly PathSegment[]
  readonly field: WrittenField
  readonly isXml: boolean
  readonly pinned: AssumptionSet
}

/** Holds what a response schema allows at the place of a mapping against the field that it writes. */
export function mappingVerdict(question: MappingQuestion): MappingVerdict {
  const { contract, segments, field, isXml } = question
  const place = followPath(contract, segments, isXml)
  const values = place.shapes.map((shape) => mappedValues(shape, { field, isXml, contract }))
  const possibilities = [
    ...values.flatMap((read) => read.values.map((value) => possibilityOf(value, question))),
    ...place.missing.map(missing),
  ]
  const unknown = [...place.unknown, ...values.flatMap((read) => read.unknown)]
  return { possibilities: distinct(possibilities), unknown: [...new Set(unknown)] }
}

/** Where nothing is found, no source says whether the field keeps its value or is cleared. */
function missing(because: string): Possibility {
  return {
    end: 'missing',
    because,
    type: undefined,
    assumption: 'mapping-null',
    characters: undefined,
  }
}

function possibilityOf(
  { value, type, bound }: MappedValue,
  { field, pinned }: MappingQuestion,
): Possibility {
  const accepted = fieldTypeNamed(field.type).accepts(value, field.length)
  const settled = settleAcceptance(accepted, pinned)
  const isTooLong = accepted.status === 'depends' && accepted.on === 'mapping-overflow'
  const tooLong = bound === undefined ? lengthWords(value, field) : 'it is too long'
  return {
    end: settled.status,
    because: settled.status === 'written' ? 'it fits' : isTooLong ? tooLong : settled.reason,
    type,
    assumption: settled.status === 'unspecified' ? settled.assumption : undefined,
    characters: isTooLong ? bound : undefined,
  }
}

/** Where no length is stated that is surely too long: characters of several bytes may still fill a text area. */
function lengthWords(value: unknown, { type }: WrittenField): string {
  const { maxBytes = 0 } = fieldTypeNamed(type)
  const isByBytes = typeof value === 'string' && value.length <= maxBytes
  return isByBytes ? `it may take more than ${maxBytes} bytes` : 'the schema sets no "maxLength"'
}

/** Each way once, however many values end so. */
function distinct(possibilities: readonly Possibility[]): readonly Possibility[] {
  const found = new Map<string, Possibility>()
  for (const possibility of possibilities) {
    const { end, because, type } = possibility
    const key = `${end} ${type ?? ''} ${because}`
    const known = found.get(key)
    if (known === undefined || (known.characters ?? 0) < (possibility.characters ?? 0))
      found.set(key, possibility)
  }
  return [...found.values()]
}
