import equal from 'ajv/dist/runtime/equal.js'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import formats from 'ajv-formats/dist/formats.js'
import { violationsOf, type SchemaCheck, type SchemaValidator } from './schema-violation.ts'

/** What generated code calls by name, and nothing else of the library. */
const RUNTIME: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['ajv/dist/runtime/equal', moduleOf(equal)],
  ['ajv/dist/runtime/ucs2length', moduleOf(ucs2length)],
  ['ajv-formats/dist/formats', moduleOf(formats)],
])

/** Loaders disagree about the default of a CommonJS module: it is the module, or the module's own default. */
function moduleOf(loaded: unknown): unknown {
  return typeof loaded === 'function' ? { default: loaded } : loaded
}

export const RUNTIME_NAMES: readonly string[] = [...RUNTIME.keys()]

/** A schema as `standaloneSchema` writes it. */
export type StandaloneValidator = (
  module: { exports: unknown },
  require: (name: string) => unknown,
) => SchemaValidator

/** Makes generated code ready to be asked. */
export function standaloneCheck(make: StandaloneValidator): SchemaCheck {
  const validate = make({ exports: undefined }, (name) => RUNTIME.get(name))
  return (value) => violationsOf(validate, value)
}
