import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ContractSchema, JsonSchema } from '../model/webhook.ts'

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

export type CompiledSchema =
  | { readonly status: 'compiled'; readonly check: SchemaCheck }
  | { readonly status: 'invalid'; readonly reason: string }

const NONE: readonly SchemaViolation[] = []

const ROOT = 'hookbook:/'

export interface SchemaOptions {
  /** Go on behind the first violation; what is enough to refuse a value is found faster without. */
  readonly allViolations: boolean
}

/** What has been compiled, by content: environments and checks share their schemas. */
const COMPILED = new Map<string, CompiledSchema>()

/** A contract schema made ready; draft-07 unless `$schema` names 2020-12. */
export function compileSchema(
  contract: ContractSchema,
  options: SchemaOptions = { allViolations: false },
): CompiledSchema {
  const { path, schema, referenced } = contract
  const content = JSON.stringify([path, schema, referenced, options.allViolations])
  const compiled = COMPILED.get(content) ?? compile(contract, options)
  COMPILED.set(content, compiled)
  return compiled
}

function compile(contract: ContractSchema, { allViolations }: SchemaOptions): CompiledSchema {
  if (contract.schema === undefined) return { status: 'invalid', reason: 'the schema was not read' }
  try {
    const ajv = makeValidator(contract.schema, allViolations)
    for (const [path, schema] of Object.entries(contract.referenced)) {
      ajv.addSchema(withId(schema, path), ROOT + path)
    }
    const validate = ajv.compile(withId(contract.schema, contract.path))
    return { status: 'compiled', check: (value) => violations(validate, value) }
  } catch (error) {
    // The library throws for schemas that are none: that is bad input, not a bug.
    return { status: 'invalid', reason: error instanceof Error ? error.message : String(error) }
  }
}

function makeValidator(schema: JsonSchema, allErrors: boolean): Ajv {
  const dialect = typeof schema === 'object' ? schema['$schema'] : undefined
  const is2020 = typeof dialect === 'string' && dialect.includes('2020-12')
  const options = { allErrors, strict: false, logger: false } as const
  const ajv = is2020 ? new Ajv2020(options) : new Ajv(options)
  addFormats.default(ajv)
  return ajv
}

/** Relative references are resolved against the file in which they stand. */
function withId(schema: JsonSchema, path: string): AnySchema {
  return typeof schema === 'boolean' ? schema : { ...schema, $id: ROOT + path }
}

function violations(validate: ValidateFunction, value: unknown): readonly SchemaViolation[] {
  if (validate(value)) return NONE
  return decidingFirst(validate.errors ?? []).map((error) => ({
    path: error.instancePath,
    keyword: error.keyword,
    message: describe(error),
  }))
}

/** Where all alternatives fail about one value, that is what is wrong, and not what the first of them says. */
function decidingFirst(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const last = errors.at(-1)
  if (last?.keyword !== 'anyOf' && last?.keyword !== 'oneOf') return errors
  const isOneValue = errors.every(({ instancePath }) => instancePath === last.instancePath)
  return isOneValue ? [last, ...errors.slice(0, -1)] : errors
}

function describe({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'additionalProperties') return 'has a member that the schema does not know'
  if (keyword === 'required') return `lacks the member "${String(params['missingProperty'])}"`
  if (keyword === 'anyOf') return 'fits none of the alternatives'
  if (keyword === 'enum') return 'is none of the allowed values'
  return message ?? `fails "${keyword}"`
}
