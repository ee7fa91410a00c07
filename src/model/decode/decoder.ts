import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { SourceNode } from '../../source/source-node.ts'
import type { Span } from '../../base/span.ts'

/** A draft-07 schema of a definition, for editors. */
export type DefinitionSchema = Readonly<Record<string, unknown>>

/** Collects what is wrong while the rest is read on. */
export interface DecodeContext {
  readonly report: (diagnostic: Diagnostic) => void
}

/** Reads one shape of a definition, and knows the JSON Schema of that shape. Total: never throws. */
export interface Decoder<T> {
  readonly schema: DefinitionSchema
  /** Undefined when nothing could be read; that has then been reported. */
  readonly decode: (node: SourceNode, context: DecodeContext) => T | undefined
}

/** Says what stands in a place and what may stand there. */
export function reportWrongType(node: SourceNode, expected: string, context: DecodeContext): void {
  const help =
    node.kind === 'scalar' && expected === 'a text' && node.value !== null
      ? `put it in quotes: "${node.text.value}"`
      : undefined
  context.report({
    rule: 'wrong-type',
    severity: 'error',
    at: headOf(node),
    message: `${describeNode(node)} stands where ${expected} is expected`,
    ...(help === undefined ? {} : { help }),
  })
}

/** A scalar whole, of a collection only the first line's first character: an underline must not run over pages. */
export function headOf(node: SourceNode): Span {
  return node.kind === 'scalar'
    ? node.at
    : { ...node.at, end: Math.min(node.at.start + 1, node.at.end) }
}

function describeNode(node: SourceNode): string {
  if (node.kind === 'mapping') return 'a map'
  if (node.kind === 'sequence') return 'a list'
  if (node.value === null) return 'nothing'
  return typeof node.value === 'string'
    ? `"${node.text.value}"`
    : `the ${typeof node.value} ${node.text.value}`
}
