import { parseYaml } from '../parse-yaml.ts'
import { readComments } from '../read-comments.ts'
import type { SourceFile } from '../source-file.ts'
import type { SourceNode } from '../source-node.ts'

/** Something that a file says. */
export interface Read {
  /** Where it stands. */
  readonly start: number
  /** The same for what says the same. */
  readonly what: string
}

/** Everything that a file says, every value and every comment, in their order: what a layout must not change. */
export function whatIsRead(file: SourceFile): readonly Read[] {
  const { root, diagnostics } = parseYaml(file)
  const comments = readComments(file).map(({ at, text, isAlone }) => ({
    start: at.start,
    what: JSON.stringify(['comment', text.trimEnd(), isAlone]),
  }))
  const problems = diagnostics.map(({ rule, message, at }) => ({
    start: at.start,
    what: JSON.stringify(['problem', rule, message]),
  }))
  const read = [...(root === undefined ? [] : readOf(root, [])), ...comments, ...problems]
  return read.toSorted((a, b) => a.start - b.start)
}

/** Each text under its path; a map or list has a place of its own only where nothing is in it. */
function readOf(node: SourceNode, path: readonly (string | number)[]): readonly Read[] {
  const read = (...words: readonly string[]): Read => ({
    start: node.at.start,
    what: JSON.stringify([path, ...words]),
  })
  switch (node.kind) {
    case 'scalar':
      return [read('text', typeof node.value, node.text.value)]
    case 'sequence':
      if (node.items.length === 0) return [read('list')]
      return node.items.flatMap((item, nth) => readOf(item, [...path, nth]))
    case 'mapping':
      if (node.entries.length === 0) return [read('map')]
      return node.entries.flatMap(({ key, value }) => [
        ...readOf(key, path),
        ...readOf(value, [...path, key.text.value]),
      ])
  }
}
