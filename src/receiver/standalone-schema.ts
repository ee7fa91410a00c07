import standaloneCode from 'ajv/dist/standalone/index.js'
import type { ContractSchema } from '../model/webhook.ts'
import { runCompiler } from './schema-compiler.ts'
import { RUNTIME_NAMES } from './standalone-runtime.ts'

export type StandaloneSchema =
  /** The text of a function that `standaloneCheck` takes. */
  | { readonly status: 'made'; readonly code: string }
  | { readonly status: 'unsuitable'; readonly reason: string }

/**
 * A contract schema as code that needs no compiler: a page may not make code of its own, and the compiler
 * is larger than the page. The same schema gives the same text, and nothing in it ends a script element.
 */
export function standaloneSchema(contract: ContractSchema): StandaloneSchema {
  if (hasSpoilingId(contract)) return unsuitable('the id of a schema holds "*/"')
  const compiled = runCompiler(contract, { code: { source: true } })
  if (compiled.status === 'invalid') return unsuitable(compiled.reason)
  const code = generate(() => standaloneCode.default(compiled.ajv, compiled.validate))
  if (code.status === 'unsuitable') return code
  const text = spellForScript(withoutSourceNames(code.code))
  const unknown = runtimesOf(text).find((name) => !RUNTIME_NAMES.includes(name))
  if (unknown !== undefined) return unsuitable(`it needs ${unknown}`)
  return { status: 'made', code: `(module,require)=>{${text};return module.exports}` }
}

/** The library throws where a keyword has no text of its own. */
function generate(write: () => string): StandaloneSchema {
  try {
    return { status: 'made', code: write() }
  } catch (error) {
    return unsuitable(error instanceof Error ? error.message : String(error))
  }
}

function unsuitable(reason: string): StandaloneSchema {
  return { status: 'unsuitable', reason }
}

/** The library writes ids into comments of the code, and runs it: one that ends the comment would be code. */
function hasSpoilingId({ path, schema, referenced }: ContractSchema): boolean {
  const paths = [path, ...Object.keys(referenced)]
  const text = JSON.stringify([schema, referenced])
  return paths.some((each) => each.includes('*/')) || /"\$?id":"(?:[^"\\]|\\.)*\*\//.test(text)
}

/** They say where code came from, and the page has no use for that. */
function withoutSourceNames(code: string): string {
  return code.replace(/\/\*# sourceURL="(?:[^"\\]|\\.)*" \*\//g, '')
}

/** Texts of the schema stand in quotes, where `<` can be spelled without itself. */
function spellForScript(code: string): string {
  return code.replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replaceAll('<', '\\u003c'))
}

/** In a text of the schema, the quotes would be spelled `\"`. */
function runtimesOf(code: string): readonly string[] {
  return [...code.matchAll(/\brequire\("([^"\\]+)"\)/g)].map(([, name = '']) => name)
}
