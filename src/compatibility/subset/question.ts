import type { SchemaNode } from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import type { Shape, TypeName } from '../../model/schema/shape.ts'
import type { Alternative } from './alternative.ts'

/** Whether every value of one type that satisfies `inner` satisfies one keyword of `outer`. */
export interface KeywordQuestion {
  readonly inner: Alternative
  /** The one type that the values have. */
  readonly type: TypeName
  readonly shape: Shape
  /** The schema that holds the keyword. */
  readonly outer: SchemaNode
  readonly keyword: string
  readonly value: unknown
  readonly contract: ContractSchema
  /** The same question for other values: members, items, branches. */
  readonly isWithin: (nodes: readonly SchemaNode[], schema: unknown) => boolean
}

/** True only where it is proven. */
export type KeywordRule = (question: KeywordQuestion) => boolean
