import { pointerSteps } from '../../base/json-pointer.ts'
import type { ContractSchema, JsonSchema } from '../webhook.ts'

/** A subschema, with the document against which its references are read. */
export interface SchemaNode {
  readonly schema: unknown
  /** Project path of the document in which it stands. */
  readonly document: string
}

/** What a reference means, and where in its document that is. */
export interface ReferenceTarget extends SchemaNode {
  /** JSON Pointer; empty for the whole document. */
  readonly pointer: string
}

export type Keywords = Readonly<Record<string, unknown>>

/** The whole of a contract schema. */
export function rootNode({ schema, path }: ContractSchema): SchemaNode {
  return { schema: schema ?? true, document: path }
}

/** What a reference means; undefined where it leads out of what was loaded. Source: RFC 6901, RFC 3986. */
export function followReference(
  reference: string,
  from: string,
  contract: ContractSchema,
): ReferenceTarget | undefined {
  const base = `file:///${from.split('/').map(encodeURIComponent).join('/')}`
  if (!URL.canParse(reference, base)) return undefined
  const { protocol, pathname, hash } = new URL(reference, base)
  if (protocol !== 'file:') return undefined
  const paths = reference.startsWith('#') ? [from] : [decoded(pathname), pathname]
  const pointer = decoded(hash.replace(/^#/, ''))
  for (const document of paths.map((path) => path.replace(/^\//, ''))) {
    const root = documentAt(document, contract)
    const schema = root === undefined ? undefined : at(pointer, root)
    if (schema !== undefined) return { schema, document, pointer }
  }
  return undefined
}

function documentAt(
  document: string,
  { path, schema, referenced }: ContractSchema,
): JsonSchema | undefined {
  if (Object.hasOwn(referenced, document)) return referenced[document]
  return document === path ? schema : undefined
}

function at(pointer: string, root: JsonSchema): unknown {
  let current: unknown = pointerSteps(pointer) === undefined ? undefined : root
  for (const step of pointerSteps(pointer) ?? []) current = ownAt(current, step)
  return current
}

/** What stands under a key or at a position of the document itself; nothing that it inherits. */
export function ownAt(value: unknown, step: string | number): unknown {
  if (Array.isArray(value))
    return /^(?:0|[1-9][0-9]*)$/.test(String(step)) ? value[Number(step)] : undefined
  return isKeywords(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

/** A percent sign that starts no escape stands for itself. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

export function asKeywords(value: unknown): Keywords {
  return isKeywords(value) ? value : {}
}

export function isKeywords(value: unknown): value is Keywords {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
