import { Ajv, type AnySchema, type Options, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ContractSchema, JsonSchema } from '../model/webhook.ts'

const ROOT = 'hookbook:/'

export type SchemaCompilation =
  | { readonly status: 'compiled'; readonly ajv: Ajv; readonly validate: ValidateFunction }
  | { readonly status: 'invalid'; readonly reason: string }

/** Compiles a contract schema with what it refers to; draft-07 unless `$schema` names 2020-12. */
export function runCompiler(contract: ContractSchema, options: Options): SchemaCompilation {
  if (contract.schema === undefined) return { status: 'invalid', reason: 'the schema was not read' }
  try {
    const ajv = makeCompiler(contract.schema, options)
    for (const [path, schema] of Object.entries(contract.referenced)) {
      ajv.addSchema(withId(schema, path), ROOT + path)
    }
    const validate = ajv.compile(withId(contract.schema, contract.path))
    return { status: 'compiled', ajv, validate }
  } catch (error) {
    // The library throws for schemas that are none: that is bad input, not a bug.
    return { status: 'invalid', reason: error instanceof Error ? error.message : String(error) }
  }
}

function makeCompiler(schema: JsonSchema, own: Options): Ajv {
  const dialect = typeof schema === 'object' ? schema['$schema'] : undefined
  const is2020 = typeof dialect === 'string' && dialect.includes('2020-12')
  const options: Options = { ...own, strict: false, logger: false }
  const ajv = is2020 ? new Ajv2020(options) : new Ajv(options)
  addFormats.default(ajv)
  return ajv
}

/** Relative references are resolved against the file in which they stand. */
function withId(schema: JsonSchema, path: string): AnySchema {
  return typeof schema === 'boolean' ? schema : { ...schema, $id: ROOT + path }
}
