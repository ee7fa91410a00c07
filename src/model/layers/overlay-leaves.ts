import type { MappingNode, ScalarNode, SourceNode } from '../../source/source-node.ts'

/** A value that an overlay sets, with the key at which it stands. */
export interface OverlayLeaf {
  readonly path: readonly string[]
  readonly key: ScalarNode
  readonly value: SourceNode
}

/** What a map sets: its scalars, lists and empty maps, each with its path of keys. */
export function leavesOf(node: MappingNode, path: readonly string[] = []): readonly OverlayLeaf[] {
  return node.entries.flatMap(({ key, value }) => {
    const here = [...path, key.text.value]
    const isBranch = value.kind === 'mapping' && value.entries.length > 0
    return isBranch ? leavesOf(value, here) : [{ path: here, key, value }]
  })
}

/** The path for a reader: `campaigns.sync.filters`. */
export function showPath(path: readonly string[]): string {
  return path.join('.')
}
