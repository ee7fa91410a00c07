import type { ContractSchema } from '../model/webhook.ts'
import { runCompiler } from './schema-compiler.ts'
import { violationsOf, type SchemaCheck } from './schema-violation.ts'

export type CompiledSchema =
  | { readonly status: 'compiled'; readonly check: SchemaCheck }
  | { readonly status: 'invalid'; readonly reason: string }

export interface SchemaOptions {
  /** Go on behind the first violation; what is enough to refuse a value is found faster without. */
  readonly allViolations: boolean
}

/** What has been compiled, by content: environments and checks share their schemas. */
const COMPILED = new Map<string, CompiledSchema>()

/** A contract schema made ready. */
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
  const compiled = runCompiler(contract, { allErrors: allViolations })
  if (compiled.status === 'invalid') return compiled
  return { status: 'compiled', check: (value) => violationsOf(compiled.validate, value) }
}
