import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type Node } from 'yaml'
import type { Span } from '../base/span.ts'
import { positionAt } from './position-at.ts'
import type { SourceFile } from './source-file.ts'
import type { ScalarNode, SourceNode } from './source-node.ts'

export interface PrintOptions {
  /** `comments` puts `# file:line` behind every scalar: where its value was written. */
  readonly provenance: 'none' | 'comments'
  readonly files: readonly SourceFile[]
}

/** A node as YAML, in the order in which it was written. */
export function printYaml(node: SourceNode, options: PrintOptions): string {
  const document = new Document<Node>(printedNode(node, options))
  return document.toString({ lineWidth: 0 })
}

/** A node as plain data; a key that stands twice has been dropped before. */
export function plainValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'sequence':
      return node.items.map(plainValue)
    case 'mapping':
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [key.text.value, plainValue(value)]),
      )
  }
}

function printedNode(node: SourceNode, options: PrintOptions): Node {
  switch (node.kind) {
    case 'scalar':
      return printedScalar(node, options)
    case 'sequence': {
      const list = new YAMLSeq()
      list.items = node.items.map((item) => printedNode(item, options))
      return list
    }
    case 'mapping': {
      const map = new YAMLMap()
      map.items = node.entries.map(
        ({ key, value }) => new Pair(new Scalar(key.text.value), printedNode(value, options)),
      )
      return map
    }
  }
}

function printedScalar(node: ScalarNode, { provenance, files }: PrintOptions): Scalar {
  const scalar = new Scalar<unknown>(node.value)
  if (typeof node.value === 'number') keepSpelling(scalar, node.text.value)
  if (provenance === 'comments') scalar.comment = ` ${place(node.at, files)}`
  return scalar
}

/** `1.10` stays `1.10`, and a number of more digits than a computer's keeps them all. */
function keepSpelling(scalar: Scalar, spelling: string): void {
  const decimals = /^[-+]?[0-9]+\.([0-9]+)$/.exec(spelling)?.[1]
  if (decimals !== undefined) scalar.minFractionDigits = decimals.length
  if (/^-?[0-9]{16,}$/.test(spelling)) scalar.value = BigInt(spelling)
}

function place({ file, start }: Span, files: readonly SourceFile[]): string {
  const source = files.find(({ path }) => path === file)
  return source === undefined ? file : `${file}:${positionAt(source, start).line}`
}
