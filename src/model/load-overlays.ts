import type { Diagnostic } from '../diagnostic/finding.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { SourceFile } from '../source/source-file.ts'
import { headOf } from './decode/decoder.ts'
import { reportNoMap } from './decode/report-no-map.ts'
import { overlayDefinition, OVERLAY_OWN_KEYS } from './definitions/overlay-definition.ts'
import { withoutKeys } from './layers/merge-nodes.ts'
import type { OverlayFile } from './layers/overlay-file.ts'

/** Reads one overlay; undefined when it names no layer, which has then been reported. */
export function readOverlay(
  file: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): OverlayFile | undefined {
  const { root, diagnostics } = parseYaml(file)
  diagnostics.forEach(report)
  if (root?.kind !== 'mapping') {
    if (diagnostics.length === 0)
      reportNoMap(root, { path: file.path, kind: 'Overlay' }, { report })
    return undefined
  }
  const definition = overlayDefinition.decode(root, { report })
  const [selector, second] = definition?.selectors ?? []
  if (selector === undefined || second !== undefined) {
    report({
      rule: 'overlay-layer',
      severity: 'error',
      at: second?.name.at ?? root.entries[0]?.key.at ?? headOf(root),
      message:
        second === undefined
          ? 'the overlay does not say what it is for'
          : 'the overlay belongs to two layers',
      help: 'give it exactly one of businessUnit, region, subscription, environment',
    })
    return undefined
  }
  return {
    file: file.path,
    layer: selector.layer,
    name: selector.name,
    at: selector.name.at,
    sets: withoutKeys(root, OVERLAY_OWN_KEYS),
    removes: definition?.removes ?? [],
  }
}
