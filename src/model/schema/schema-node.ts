import type { ContractSchema, JsonSchema } from '../webhook.ts'

/** A subschema, with the document against which its references are read. */
export interface SchemaNode {
  readonly schema: unknown
  /** Project path of the document in which it stands. */
  readonly document: string
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
  { schema, path, referenced }: ContractSchema,
): SchemaNode | undefined {
  const base = `file:///${from}`
  if (!URL.canParse(reference, base)) return undefined
  const { protocol, pathname, hash } = new URL(reference, base)
  const document = reference.startsWith('#') ? from : decodeURIComponent(pathname.slice(1))
  if (protocol !== 'file:') return undefined
  const root = Object.hasOwn(referenced, document)
    ? referenced[document]
    : document === path
      ? schema
      : undefined
  const target = root === undefined ? undefined : pointTo(root, hash)
  return target === undefined ? undefined : { schema: target, document }
}

function pointTo(root: JsonSchema, hash: string): unknown {
  if (hash === '') return root
  if (!hash.startsWith('#/')) return undefined
  let current: unknown = root
  for (const part of hash.slice(2).split('/')) {
    const key = decodedPart(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(current)) current = current[Number(key)]
    else current = isKeywords(current) && Object.hasOwn(current, key) ? current[key] : undefined
  }
  return current
}

/** A percent sign that starts no escape stands for itself. */
function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function isKeywords(value: unknown): value is Keywords {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
