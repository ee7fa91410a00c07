import { Document, isMap, isScalar, isSeq, type Node } from 'yaml'
import { positionAt } from './position-at.ts'
import type { SourceFile } from './source-file.ts'
import type { SourceNode } from './source-node.ts'

export interface PrintOptions {
  /** `comments` puts `# file:line` behind every scalar: where its value was written. */
  readonly provenance: 'none' | 'comments'
  readonly files: readonly SourceFile[]
}

/** A node as YAML, in the order in which it was written. */
export function printYaml(node: SourceNode, options: PrintOptions): string {
  const document = new Document(plainValue(node))
  const places = options.provenance === 'comments' ? scalarPlaces(node, options.files) : []
  const scalars = scalarsOf(document.contents)
  for (const [index, scalar] of scalars.entries()) {
    const place = places[index]
    if (place !== undefined) scalar.comment = ` ${place}`
  }
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

function scalarPlaces(node: SourceNode, files: readonly SourceFile[]): readonly string[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => scalarPlaces(item, files))
  if (node.kind === 'mapping')
    return node.entries.flatMap(({ value }) => scalarPlaces(value, files))
  const file = files.find(({ path }) => path === node.at.file)
  return [
    file === undefined ? node.at.file : `${file.path}:${positionAt(file, node.at.start).line}`,
  ]
}

/** The scalars that are values, in printed order. */
function scalarsOf(node: unknown): readonly Node[] {
  if (isScalar(node)) return [node]
  if (isSeq(node)) return node.items.flatMap(scalarsOf)
  return isMap(node) ? node.items.flatMap((pair) => scalarsOf(pair.value)) : []
}
