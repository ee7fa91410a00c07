import {
  isAlias,
  isDocument,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml'
import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from './source-file.ts'
import type { MappingEntry, MappingNode, ScalarNode, SourceNode } from './source-node.ts'
import { sourceScalar } from './source-scalar.ts'

export interface ParsedYaml {
  /** As much as could be read; undefined for an empty file or one that is refused whole. */
  readonly root: SourceNode | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Guards against files that are made to exhaust whoever reads them. */
export const YAML_LIMITS = { characters: 1_048_576, depth: 64, nodes: 50_000 } as const

/** Reads a YAML file; never throws, and a damaged file still gives what could be read of it. */
export function parseYaml(file: SourceFile): ParsedYaml {
  if (file.text.length > YAML_LIMITS.characters) {
    const message = `the file has more than ${YAML_LIMITS.characters} characters`
    return {
      root: undefined,
      diagnostics: [tooLarge({ file: file.path, start: 0, end: 0 }, message)],
    }
  }
  const documents = parseAllDocuments(file.text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const [document] = Array.isArray(documents) ? documents : []
  if (!isDocument(document)) return { root: undefined, diagnostics: [] }
  return readDocument(document, file, documents.length > 1 ? documents[1] : undefined)
}

interface Reading {
  readonly file: SourceFile
  readonly document: Document.Parsed
  readonly diagnostics: Diagnostic[]
  /** Collection nodes that are being read: an alias to one of them would never end. */
  readonly open: Set<Node>
  nodes: number
}

function readDocument(
  document: Document.Parsed,
  file: SourceFile,
  second: Document.Parsed | undefined,
): ParsedYaml {
  const diagnostics = [...document.errors, ...document.warnings].map((error) =>
    describe(error, file),
  )
  if (second !== undefined) {
    const [start = 0] = second.range
    diagnostics.push({
      rule: 'yaml-syntax',
      severity: 'error',
      at: { file: file.path, start, end: start },
      message: 'a second document begins here',
      help: 'keep one document a file: remove the "---"',
    })
  }
  const reading: Reading = { file, document, diagnostics, open: new Set(), nodes: 0 }
  const root = document.contents === null ? undefined : readNode(document.contents, reading, 0)
  return { root, diagnostics }
}

function describe(
  error: Pick<YAMLParseError, 'code' | 'message' | 'pos'>,
  file: SourceFile,
): Diagnostic {
  const [start, end] = error.pos
  const at = { file: file.path, start, end: Math.max(end, start) }
  if (error.code === 'TAG_RESOLVE_FAILED') {
    return {
      rule: 'yaml-tag',
      severity: 'error',
      at,
      message: `the tag "${file.text.slice(start, end)}" is not allowed`,
      help: 'definitions are plain data: remove the tag',
    }
  }
  const [sentence = ''] = error.message.split('\n')
  const message = sentence.charAt(0).toLowerCase() + sentence.slice(1)
  return { rule: 'yaml-syntax', severity: 'error', at, message: message.replace(/[.:]$/, '') }
}

function tooLarge(at: Span, message: string): Diagnostic {
  return {
    rule: 'yaml-within-limits',
    severity: 'error',
    at,
    message,
    effect: 'the file is not read any further',
    help: 'split the file into several programs',
  }
}

function readNode(node: Node, reading: Reading, depth: number): SourceNode | undefined {
  reading.nodes += 1
  if (reading.nodes > YAML_LIMITS.nodes || depth > YAML_LIMITS.depth) {
    return refuse(node, reading, depth)
  }
  if (isAlias(node)) return readAlias(node, reading, depth)
  if (isScalar(node)) return sourceScalar(node, spanOf(node, reading.file))
  if (!isMap(node) && !isSeq(node)) return undefined
  if (reading.open.has(node)) return refuse(node, reading, depth)
  reading.open.add(node)
  const result = isMap(node)
    ? readMapping(node, reading, depth)
    : {
        kind: 'sequence' as const,
        at: spanOf(node, reading.file),
        items: node.items.flatMap((item) => {
          const read = isNode(item) ? readNode(item, reading, depth + 1) : undefined
          return read === undefined ? [] : [read]
        }),
      }
  reading.open.delete(node)
  return result
}

/** Said once: what follows from a refused node is not reported again. */
function refuse(node: Node, reading: Reading, depth: number): undefined {
  if (reading.diagnostics.some(({ rule }) => rule === 'yaml-within-limits')) return undefined
  const message = reading.open.has(node)
    ? 'an alias refers to a node that it is itself a part of'
    : depth > YAML_LIMITS.depth
      ? `the nesting is deeper than ${YAML_LIMITS.depth} levels`
      : `aliases make more than ${YAML_LIMITS.nodes} nodes of this file`
  reading.diagnostics.push(tooLarge(spanOf(node, reading.file), message))
  return undefined
}

function readAlias(node: Node, reading: Reading, depth: number): SourceNode | undefined {
  const target = isAlias(node) ? node.resolve(reading.document) : undefined
  return target === undefined ? undefined : readNode(target, reading, depth)
}

function readMapping(node: YAMLMap, reading: Reading, depth: number): MappingNode {
  const entries: MappingEntry[] = []
  const seen = new Map<string, ScalarNode>()
  for (const pair of node.items) {
    const key = readKey(pair.key, reading)
    if (key === undefined) continue
    const before = seen.get(key.text.value)
    if (before !== undefined) {
      reading.diagnostics.push(duplicate(key, before))
      continue
    }
    seen.set(key.text.value, key)
    const value = isNode(pair.value) ? readNode(pair.value, reading, depth + 1) : nothingAfter(key)
    if (value !== undefined) entries.push({ key, value })
  }
  return { kind: 'mapping', at: spanOf(node, reading.file), entries }
}

function readKey(key: unknown, reading: Reading): ScalarNode | undefined {
  if (!isScalar(key)) {
    if (isNode(key)) {
      reading.diagnostics.push({
        rule: 'yaml-syntax',
        severity: 'error',
        at: spanOf(key, reading.file),
        message: 'a key must be a plain text',
      })
    }
    return undefined
  }
  const node = sourceScalar(key, spanOf(key, reading.file))
  if (node.text.value !== '<<') return node
  reading.diagnostics.push({
    rule: 'no-merge-key',
    severity: 'error',
    at: node.at,
    message: 'merge keys are not allowed',
    effect: 'a reader could not tell which value applies',
    help: 'write the keys out, or use an overlay',
  })
  return undefined
}

function duplicate(key: ScalarNode, before: ScalarNode): Diagnostic {
  return {
    rule: 'duplicate-key',
    severity: 'error',
    at: key.at,
    message: `the key "${key.text.value}" stands here a second time`,
    effect: 'the first one applies, this one is ignored',
    related: [{ at: before.at, message: 'the first one' }],
    help: 'remove one of the two',
  }
}

function nothingAfter(key: ScalarNode): ScalarNode {
  const at = { ...key.at, start: key.at.end }
  return { kind: 'scalar', at, value: null, text: { value: '', at, pieces: [] } }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)
}

/** Without the white space and line breaks behind the last character of a collection. */
function spanOf(node: Node | Scalar, file: SourceFile): Span {
  const [start, end] = node.range ?? [0, 0]
  const text = file.text.slice(start, end)
  const isBlock = isMap(node) || isSeq(node) || (isScalar(node) && /^[|>]/.test(text))
  return { file: file.path, start, end: isBlock ? start + text.trimEnd().length : end }
}
