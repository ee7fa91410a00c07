import { nearest } from '../../base/nearest.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import type { MappingNode } from '../../source/source-node.ts'
import { OVERLAY_KEYS } from '../definitions/overlay-definition.ts'
import { nodeAt } from './merge-nodes.ts'
import type { OverlayFile } from './overlay-file.ts'

/** The paths that a program lists under `overridable`. */
export function overridableOf(base: MappingNode): readonly string[] {
  const list = nodeAt(base, ['overridable'])
  if (list?.kind !== 'sequence') return []
  return list.items.flatMap((item) => (item.kind === 'scalar' ? [item.text.value] : []))
}

/** Paths under `overridable` that begin with no key that an overlay may have. */
export function checkOverridable(base: MappingNode): readonly Diagnostic[] {
  const list = nodeAt(base, ['overridable'])
  const items = list?.kind === 'sequence' ? list.items : []
  return items.flatMap((item): readonly Diagnostic[] => {
    const [key = ''] = item.kind === 'scalar' ? item.text.value.split('.') : ['vars']
    if (OVERLAY_KEYS.includes(key)) return []
    const meant = nearest(key, OVERLAY_KEYS)
    return [
      {
        rule: 'reference-defined',
        severity: 'error',
        at: item.at,
        message: `an overlay has no key "${key}"`,
        effect: 'the line allows nothing',
        help: meant === undefined ? 'remove the line, or correct it' : `did you mean "${meant}"?`,
      },
    ]
  })
}

/** Whether a path is one of the overridable ones, or below one. */
export function isOverridable(path: string, allowed: readonly string[]): boolean {
  return allowed.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))
}

/** An overlay without the removals that it may not make: a required key would then be missing as well. */
export function withoutForbiddenRemovals(overlay: OverlayFile, base: MappingNode): OverlayFile {
  const allowed = overridableOf(base)
  return {
    ...overlay,
    removes: overlay.removes.filter(({ value }) => isOverridable(value, allowed)),
  }
}
