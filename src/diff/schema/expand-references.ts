import { isMap } from '../../base/json-value.ts'
import { fingerprint } from '../../base/fingerprint.ts'
import { folderOf, joinPath } from '../../model/paths.ts'
import type { ContractSchema, JsonSchema } from '../../model/webhook.ts'

/** A schema in which other files are named by what they hold: a file that was moved makes no difference. */
export function withoutFileNames(contract: ContractSchema): JsonSchema | undefined {
  const { path, schema, referenced } = contract
  if (schema === undefined) return undefined
  const expanded = expand(schema, path, { referenced, open: [path] })
  return typeof expanded === 'boolean' || isMap(expanded) ? expanded : undefined
}

interface Expansion {
  readonly referenced: ContractSchema['referenced']
  /** The files that are being read, outermost first: where one leads back, its name has to do. */
  readonly open: readonly string[]
}

function expand(value: unknown, file: string, expansion: Expansion): unknown {
  if (Array.isArray(value)) return value.map((item) => expand(item, file, expansion))
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([keyword, member]) => [
      keyword,
      keyword === '$ref' && typeof member === 'string'
        ? nameByContent(member, file, expansion)
        : expand(member, file, expansion),
    ]),
  )
}

function nameByContent(reference: string, file: string, { referenced, open }: Expansion): string {
  const [target = '', fragment = ''] = reference.split('#')
  if (target === '' || /^[a-z]+:/i.test(target)) return reference
  const path = joinPath(folderOf(file), target)
  const depth = open.indexOf(path)
  if (depth !== -1) return `file ${depth}#${fragment}`
  const schema = referenced[path]
  if (schema === undefined) return reference
  const content = expand(schema, path, { referenced, open: [...open, path] })
  return `${fingerprint(content).slice(0, 12)}#${fragment}`
}
