import type { ErrorObject } from 'ajv'

export interface SchemaViolation {
  /** JSON Pointer of the value that is wrong. */
  readonly path: string
  /** The keyword of the schema that says so. */
  readonly keyword: string
  /** What is wrong, without the value. */
  readonly message: string
}

/** Holds a value against a schema; nothing when it fits. */
export type SchemaCheck = (value: unknown) => readonly SchemaViolation[]

/** What the validator's library generates: true when the value fits, or else `errors`. */
export interface SchemaValidator {
  (value: unknown): unknown
  readonly errors?: readonly ErrorObject[] | null
}

const NONE: readonly SchemaViolation[] = []

/** What a validator has against a value, in our words: the same for one compiled now and one compiled into a page. */
export function violationsOf(
  validate: SchemaValidator,
  value: unknown,
): readonly SchemaViolation[] {
  if (validate(value)) return NONE
  return decidingFirst(validate.errors ?? []).map((error) => ({
    path: error.instancePath,
    keyword: error.keyword,
    message: describeViolation(error),
  }))
}

/** Where all alternatives fail about one value, that is what is wrong, and not what the first of them says. */
function decidingFirst(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const last = errors.at(-1)
  if (last?.keyword !== 'anyOf' && last?.keyword !== 'oneOf') return errors
  const isOneValue = errors.every(({ instancePath }) => instancePath === last.instancePath)
  return isOneValue ? [last, ...errors.slice(0, -1)] : errors
}

/** What is wrong, in our words and without the value. */
export function describeViolation({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'additionalProperties') return 'has a member that the schema does not know'
  if (keyword === 'required') return `lacks the member "${String(params['missingProperty'])}"`
  if (keyword === 'anyOf') return 'fits none of the alternatives'
  if (keyword === 'enum') return 'is none of the allowed values'
  return message ?? `fails "${keyword}"`
}
