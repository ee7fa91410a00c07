import type { LocatedText } from '../../base/located-text.ts'
import type { Span } from '../../base/span.ts'
import type { MappingNode } from '../../source/source-node.ts'
import type { OverlayLayer } from '../definitions/overlay-definition.ts'
import type { Environment } from '../project.ts'

/** An overlay as it was read: which environments it is for, and what it sets and removes. */
export interface OverlayFile {
  readonly file: string
  readonly layer: OverlayLayer
  readonly name: LocatedText
  /** Where the layer is named. */
  readonly at: Span
  readonly sets: MappingNode
  readonly removes: readonly LocatedText[]
}

/** Whether an overlay applies to an environment. */
export function appliesTo({ layer, name }: OverlayFile, environment: Environment): boolean {
  const own = layer === 'environment' ? environment.id : environment[layer]
  return own?.value === name.value
}
