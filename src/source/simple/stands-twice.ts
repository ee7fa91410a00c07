import type { MappingEntry, ScalarNode } from '../source-node.ts'

/** Maps are small: comparing with each key before costs less than a set of them. */
export function standsTwice(key: ScalarNode, before: readonly MappingEntry[]): boolean {
  const { value } = key.text
  return before.some((entry) => entry.key.text.value === value)
}
