import { isMap } from '../base/json-value.ts'
import { nearest } from '../base/nearest.ts'
import { rememberRecent } from '../base/remember-recent.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { readJson } from '../marketo/body-formats/json-body.ts'
import { plainValue } from '../source/print-yaml.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { SourceNode } from '../source/source-node.ts'
import { headOf } from './decode/decoder.ts'
import { folderOf, joinPath } from './paths.ts'
import type { ContractSchema, JsonSchema } from './webhook.ts'
import type { WorkspaceReader } from './workspace.ts'

/** What loading a contract file needs and reports to. */
export interface SchemaLoading {
  readonly reader: WorkspaceReader
  readonly report: (diagnostic: Diagnostic) => void
  readonly addFile: (file: SourceFile) => void
}

/** The schema that a `request` or `response` of a definition names, with all that it refers to. */
export function loadSchema(
  node: SourceNode,
  definitionFile: string,
  loading: SchemaLoading,
): ContractSchema | undefined {
  if (node.kind !== 'mapping') {
    loading.report({
      rule: 'wrong-type',
      severity: 'error',
      at: node.at,
      message: 'a schema is a map: {$ref: file}, or the schema itself',
    })
    return undefined
  }
  const reference = node.entries.find(({ key }) => key.text.value === '$ref')?.value
  if (reference?.kind !== 'scalar') {
    const schema = asSchema(plainValue(node))
    const others =
      schema === undefined ? {} : followReferences(definitionFile, schema, node, loading)
    return { at: node.at, path: definitionFile, schema, referenced: others }
  }
  const named = reference.text.value.split('#')[0] ?? ''
  if (named === '') {
    loading.report({
      rule: 'schema-readable',
      severity: 'error',
      at: reference.at,
      message: `"${reference.text.value}" names no file`,
      effect: 'the contract cannot be tested',
      help: 'write the path of a schema file, relative to this definition',
    })
    return undefined
  }
  const path = joinPath(folderOf(definitionFile), named)
  const schema = readSchema(path, reference, loading)
  const referenced = schema === undefined ? {} : followReferences(path, schema, reference, loading)
  return { at: reference.at, path, schema, referenced }
}

/** Programs share contract files, and environments do always. */
const readContract = rememberRecent(readJson, 64)

function readSchema(
  path: string,
  reference: SourceNode,
  { reader, report, addFile }: SchemaLoading,
): JsonSchema | undefined {
  const text = reader.readText(path)
  if (text === undefined) {
    const meant = nearest(
      path,
      reader.list(folderOf(path)).map((name) => joinPath(folderOf(path), name)),
    )
    report({
      rule: 'schema-readable',
      severity: 'error',
      at: headOf(reference),
      message: `there is no file "${path}"`,
      effect: 'the contract cannot be tested',
      help:
        meant === undefined
          ? 'create it, or correct the path: it is relative to this definition'
          : `did you mean "${meant}"?`,
    })
    return undefined
  }
  addFile({ path, text })
  const reading = readContract(text)
  const schema = reading.status === 'read' ? asSchema(reading.value) : undefined
  if (schema !== undefined) return schema
  const { offset, reason } =
    reading.status === 'read' ? { offset: 0, reason: 'it is no map, true or false' } : reading
  report({
    rule: 'schema-readable',
    severity: 'error',
    at: { file: path, start: offset, end: Math.min(offset + 1, text.length) },
    message: `this schema is not read: ${reason}`,
    effect: 'the contract cannot be tested',
    related: [{ at: reference.at, message: 'named here' }],
  })
  return undefined
}

/** Files that the schema refers to, and those that they refer to, by path. */
function followReferences(
  path: string,
  schema: JsonSchema,
  reference: SourceNode,
  loading: SchemaLoading,
): Readonly<Record<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>()
  const open = [{ path, schema }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of filesNamedIn(next.schema)) {
      const file = joinPath(folderOf(next.path), target)
      if (file === path || found.has(file)) continue
      const other = readSchema(file, reference, loading)
      if (other === undefined) continue
      found.set(file, other)
      open.push({ path: file, schema: other })
    }
  }
  return Object.fromEntries(found)
}

function filesNamedIn(schema: JsonSchema): readonly string[] {
  if (typeof schema === 'boolean') return []
  const named = known.get(schema) ?? fileReferences(schema)
  known.set(schema, named)
  return named
}

/** A file that programs share is read once, and looked through once. */
const known = new WeakMap<object, readonly string[]>()

/** The file parts of `$ref`s that lead to other files; addresses on the network are never fetched. */
function fileReferences(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword !== '$ref' || typeof value !== 'string') return fileReferences(value)
    const [file = ''] = value.split('#')
    return file === '' || /^[a-z]+:/i.test(file) ? [] : [file]
  })
}

function asSchema(value: unknown): JsonSchema | undefined {
  return typeof value === 'boolean' || isMap(value) ? value : undefined
}
