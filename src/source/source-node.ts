import type { LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'

/** A YAML document without YAML: three kinds of node, each with the place it was written. */
export type SourceNode = MappingNode | SequenceNode | ScalarNode

export interface MappingNode {
  readonly kind: 'mapping'
  readonly at: Span
  readonly entries: readonly MappingEntry[]
}

export interface MappingEntry {
  readonly key: ScalarNode
  readonly value: SourceNode
}

export interface SequenceNode {
  readonly kind: 'sequence'
  readonly at: Span
  readonly items: readonly SourceNode[]
}

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly at: Span
  /** The value under YAML 1.2's core schema. */
  readonly value: string | number | boolean | null
  /** The text as YAML reads it: for a string its value, for other scalars their spelling. */
  readonly text: LocatedText
}
