import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from './source-file.ts'
import type {
  MappingEntry,
  MappingNode,
  ScalarNode,
  SequenceNode,
  SourceNode,
} from './source-node.ts'
import { sourceScalar } from './source-scalar.ts'
import { syntaxError, tooLarge, YAML_LIMITS } from './yaml-problem.ts'

/** A document's tree with the places of everything; what cannot be read is reported and left out. */
export function readYamlDocument(
  document: Document.Parsed,
  file: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): SourceNode | undefined {
  if (document.contents === null) return undefined
  const targets = findTargets(document)
  return readNode(document.contents, { file, targets, report, open: new Set(), nodes: 0 }, 0)
}

interface Reading {
  readonly file: SourceFile
  readonly targets: ReadonlyMap<Alias, Node>
  readonly report: (diagnostic: Diagnostic) => void
  /** Collections that are being read: an alias to one of them would never end. */
  readonly open: Set<Node>
  nodes: number
}

/** An alias stands for the nearest node above it that bears its name. */
function findTargets(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  visit(document, {
    Alias: (_key, alias) => {
      const target = anchors.get(alias.source)
      if (target !== undefined) targets.set(alias, target)
    },
    Value: (_key, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return targets
}

function readNode(node: Node, reading: Reading, depth: number): SourceNode | undefined {
  reading.nodes += 1
  if (reading.nodes > YAML_LIMITS.nodes) {
    return refuse(node, reading, `the file has more than ${YAML_LIMITS.nodes} nodes`)
  }
  if (isAlias(node)) return readAlias(node, reading, depth)
  if (isScalar(node)) return sourceScalar(node, spanOf(node, reading.file))
  return isMap(node) || isSeq(node) ? readCollection(node, reading, depth + 1) : undefined
}

function readCollection(
  node: YAMLMap | YAMLSeq,
  reading: Reading,
  depth: number,
): SourceNode | undefined {
  if (depth > YAML_LIMITS.depth + 1) {
    return refuse(node, reading, `aliases nest deeper than ${YAML_LIMITS.depth} levels`)
  }
  reading.open.add(node)
  const result = isMap(node)
    ? readMapping(node, reading, depth)
    : readSequence(node, reading, depth)
  reading.open.delete(node)
  return result
}

/** Nothing more is read: what follows from a refused node is not reported again. */
function refuse(node: Node, reading: Reading, message: string): undefined {
  if (reading.nodes === Infinity) return undefined
  reading.nodes = Infinity
  reading.report(tooLarge(spanOf(node, reading.file), message))
  return undefined
}

function readAlias(alias: Alias, reading: Reading, depth: number): SourceNode | undefined {
  const target = reading.targets.get(alias)
  if (target !== undefined && reading.open.has(target)) {
    return refuse(alias, reading, 'the alias stands for a node that it is itself a part of')
  }
  if (target !== undefined) return readNode(target, reading, depth)
  const message = `no "&${alias.source}" stands above this alias`
  reading.report(syntaxError(spanOf(alias, reading.file), message))
  return undefined
}

function readSequence(node: YAMLSeq, reading: Reading, depth: number): SequenceNode {
  const items = node.items.flatMap((item) => {
    const read = isNode(item) ? readNode(item, reading, depth) : undefined
    return read === undefined ? [] : [read]
  })
  return { kind: 'sequence', at: spanOf(node, reading.file), items }
}

function readMapping(node: YAMLMap, reading: Reading, depth: number): MappingNode {
  const entries: MappingEntry[] = []
  const seen = new Map<string, ScalarNode>()
  for (const pair of node.items) {
    const key = readKey(pair.key, reading)
    if (key === undefined || isSecond(key, seen, reading)) continue
    const value = isNode(pair.value) ? readNode(pair.value, reading, depth) : nothingAfter(key)
    if (value !== undefined) entries.push({ key, value })
  }
  return { kind: 'mapping', at: spanOf(node, reading.file), entries }
}

function readKey(key: unknown, reading: Reading): ScalarNode | undefined {
  if (!isScalar(key)) {
    if (isNode(key)) {
      reading.report(syntaxError(spanOf(key, reading.file), 'a key must be a plain text'))
    }
    return undefined
  }
  const node = sourceScalar(key, spanOf(key, reading.file))
  if (node.value === null && node.text.value === '') {
    reading.report(syntaxError(node.at, 'a key is missing here'))
    return undefined
  }
  if (node.text.value !== '<<') return node
  reading.report(mergeKey(node.at))
  return undefined
}

function isSecond(key: ScalarNode, seen: Map<string, ScalarNode>, { report }: Reading): boolean {
  const before = seen.get(key.text.value)
  if (before !== undefined) report(duplicate(key, before))
  else seen.set(key.text.value, key)
  return before !== undefined
}

function mergeKey(at: Span): Diagnostic {
  return {
    rule: 'no-merge-key',
    severity: 'error',
    at,
    message: 'merge keys are not allowed',
    effect: 'a reader could not tell which value applies',
    help: 'write the keys out, or use an overlay',
  }
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
function spanOf(node: Node, file: SourceFile): Span {
  const [start, end] = node.range ?? [0, 0]
  const text = file.text.slice(start, end)
  const isBlock = isMap(node) || isSeq(node) || (isScalar(node) && /^[|>]/.test(text))
  return { file: file.path, start, end: isBlock ? start + text.trimEnd().length : end }
}
