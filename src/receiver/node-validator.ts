import { isKeywords, type SchemaNode } from '../model/schema/schema-node.ts'
import type { ContractSchema } from '../model/webhook.ts'
import { runCompiler } from './schema-compiler.ts'

/** Whether a value satisfies a part of a schema; undefined where that part cannot be compiled alone. */
export type NodeValidator = (value: unknown) => boolean | undefined

/** The path of no document. */
const ALONE = 'alone'

/** What has been compiled for a contract, by what is said and where. */
const COMPILED = new WeakMap<ContractSchema, Map<string, NodeValidator>>()

/** Asks the validator about a part of a contract schema, whose references are followed from where it stands. */
export function nodeValidator(node: SchemaNode, contract: ContractSchema): NodeValidator {
  const known = COMPILED.get(contract) ?? new Map<string, NodeValidator>()
  COMPILED.set(contract, known)
  const content = JSON.stringify([node.document, node.schema])
  const validator = known.get(content) ?? compileNode(node, contract)
  known.set(content, validator)
  return validator
}

function compileNode({ schema, document }: SchemaNode, contract: ContractSchema): NodeValidator {
  const dialect = isKeywords(contract.schema) ? contract.schema['$schema'] : undefined
  const alone = isKeywords(schema)
    ? { ...(dialect === undefined ? {} : { $schema: dialect }), allOf: [rebase(schema, document)] }
    : schema !== false
  const compiled = runCompiler(
    {
      at: contract.at,
      path: ALONE,
      schema: alone,
      referenced: {
        ...contract.referenced,
        ...(contract.schema === undefined ? {} : { [contract.path]: contract.schema }),
      },
    },
    {},
  )
  return compiled.status === 'invalid'
    ? () => undefined
    : (value) => compiled.validate(value) === true
}

/** Keywords that hold data, in which a member named `$ref` refers to nothing. */
const DATA: readonly string[] = ['const', 'default', 'enum', 'examples']

/** A schema that may stand in another document: its references name the document from which they are read. */
export function rebase(schema: unknown, document: string): unknown {
  if (Array.isArray(schema)) return schema.map((item) => rebase(item, document))
  if (!isKeywords(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (keyword === '$id' || keyword === '$schema') return []
      if (keyword === '$ref' && typeof value === 'string')
        return [[keyword, absolute(value, document)]]
      return [[keyword, DATA.includes(keyword) ? value : rebase(value, document)]]
    }),
  )
}

function absolute(reference: string, document: string): string {
  const base = `file:///${document.split('/').map(encodeURIComponent).join('/')}`
  if (!URL.canParse(reference, base)) return reference
  const { pathname, hash } = new URL(reference, base)
  return `${pathname}${hash}`
}
