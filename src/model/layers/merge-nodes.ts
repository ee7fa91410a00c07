import type { MappingEntry, MappingNode, SourceNode } from '../../source/source-node.ts'

/** Two layers as one: maps merge by key, everything else is replaced; each node stays the one that was written. */
export function mergeNodes(weak: SourceNode, strong: SourceNode): SourceNode {
  if (weak.kind !== 'mapping' || strong.kind !== 'mapping') return strong
  return mergeMappings(weak, strong)
}

/** As `mergeNodes`, for two maps. Keys keep their first order. */
export function mergeMappings(weak: MappingNode, strong: MappingNode): MappingNode {
  const stronger = new Map(strong.entries.map((entry) => [entry.key.text.value, entry]))
  const kept = weak.entries.map((entry): MappingEntry => {
    const other = stronger.get(entry.key.text.value)
    stronger.delete(entry.key.text.value)
    return other === undefined
      ? entry
      : { key: entry.key, value: mergeNodes(entry.value, other.value) }
  })
  return { ...weak, entries: [...kept, ...stronger.values()] }
}

/** A map without some of its keys. */
export function withoutKeys(node: MappingNode, keys: readonly string[]): MappingNode {
  return { ...node, entries: node.entries.filter(({ key }) => !keys.includes(key.text.value)) }
}

/** The node at a path of keys, or undefined. */
export function nodeAt(node: SourceNode, path: readonly string[]): SourceNode | undefined {
  let current: SourceNode | undefined = node
  for (const key of path) {
    if (current?.kind !== 'mapping') return undefined
    current = current.entries.find((entry) => entry.key.text.value === key)?.value
  }
  return current
}

/** The keys that a written path means: a key may hold dots itself, as response attributes do. */
export function keysOfPath(node: SourceNode | undefined, path: string): readonly string[] {
  if (node?.kind !== 'mapping') return path.split('.')
  const key = node.entries
    .map((entry) => entry.key.text.value)
    .filter((candidate) => path === candidate || path.startsWith(`${candidate}.`))
    .reduce((longest, candidate) => (candidate.length > longest.length ? candidate : longest), '')
  if (key === '') return path.split('.')
  if (key === path) return [key]
  return [key, ...keysOfPath(nodeAt(node, [key]), path.slice(key.length + 1))]
}

/** A map without the entry at a path; unchanged when there is none. */
export function removeAt(node: MappingNode, path: readonly string[]): MappingNode {
  const [key, ...rest] = path
  if (key === undefined) return node
  if (rest.length === 0) return withoutKeys(node, [key])
  return {
    ...node,
    entries: node.entries.map((entry) =>
      entry.key.text.value === key && entry.value.kind === 'mapping'
        ? { ...entry, value: removeAt(entry.value, rest) }
        : entry,
    ),
  }
}
