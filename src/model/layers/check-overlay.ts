import { nearest } from '../../base/nearest.ts'
import type { Diagnostic } from '../../diagnostic/finding.ts'
import { plainValue } from '../../source/print-yaml.ts'
import type { MappingNode } from '../../source/source-node.ts'
import { OVERLAY_KEYS } from '../definitions/overlay-definition.ts'
import type { Environment } from '../project.ts'
import { keysOfPath, nodeAt } from './merge-nodes.ts'
import type { OverlayFile } from './overlay-file.ts'
import { appliesTo } from './overlay-file.ts'
import { isOverridable, overridableOf } from './overridable.ts'
import { leavesOf, showPath } from './overlay-leaves.ts'

/** What an overlay touches without being allowed to. */
export function checkAllowed(overlay: OverlayFile, base: MappingNode): readonly Diagnostic[] {
  const list = nodeAt(base, ['overridable'])
  const allowed = overridableOf(base)
  const related = list === undefined ? [] : [{ at: list.at, message: 'what overlays may change' }]
  const touched = [
    ...leavesOf(knownPart(overlay.sets)).map(({ path, key }) => ({
      path: showPath(path),
      at: key.at,
    })),
    ...overlay.removes.map(({ value, at }) => ({ path: value, at })),
  ]
  return touched
    .filter(({ path }) => !isOverridable(path, allowed))
    .map(({ path, at }) => {
      const meant = nearest(path, allowed)
      return {
        rule: 'overlay-allowed',
        severity: 'error',
        at,
        message: `an overlay may not change "${path}"`,
        effect: 'the value would differ where nobody expects it',
        help:
          meant === undefined
            ? `add "${path}" to "overridable" in the program, if it may differ`
            : `did you mean "${meant}"? Otherwise add "${path}" to "overridable" in the program`,
        related,
      }
    })
}

/** Unknown keys have been reported as such. */
function knownPart(sets: MappingNode): MappingNode {
  return {
    ...sets,
    entries: sets.entries.filter(({ key }) => OVERLAY_KEYS.includes(key.text.value)),
  }
}

/** Variables that an overlay sets and the program does not have. */
export function checkVariables(overlay: OverlayFile, base: MappingNode): readonly Diagnostic[] {
  const own = nodeAt(overlay.sets, ['vars'])
  const vars = nodeAt(base, ['vars'])
  const known = vars?.kind === 'mapping' ? vars.entries.map(({ key }) => key.text.value) : []
  if (own?.kind !== 'mapping') return []
  return own.entries
    .filter(({ key }) => !known.includes(key.text.value))
    .map(({ key }) => {
      const meant = nearest(key.text.value, known)
      return {
        rule: 'known-variable',
        severity: 'error',
        at: key.at,
        message: `the program has no variable "${key.text.value}"`,
        effect: 'the line changes nothing',
        help: meant === undefined ? 'add it to "vars" in the program' : `did you mean "${meant}"?`,
      }
    })
}

/** An overlay that no environment has. */
export function checkApplies(
  overlay: OverlayFile,
  environments: readonly Environment[],
): readonly Diagnostic[] {
  if (environments.some((environment) => appliesTo(overlay, environment))) return []
  const known = environments.flatMap((environment) => {
    const own = overlay.layer === 'environment' ? environment.id : environment[overlay.layer]
    return own === undefined ? [] : [own.value]
  })
  const meant = nearest(overlay.name.value, known)
  return [
    {
      rule: 'overlay-has-effect',
      severity: 'error',
      at: overlay.name.at,
      message: `no environment of this program has the ${LAYER_WORDS[overlay.layer]} "${overlay.name.value}"`,
      effect: 'the overlay is never applied',
      help:
        meant === undefined
          ? 'add it to an environment of the project, or remove the file'
          : `did you mean "${meant}"?`,
    },
  ]
}

const LAYER_WORDS: Readonly<Record<OverlayFile['layer'], string>> = {
  businessUnit: 'business unit',
  region: 'region',
  subscription: 'subscription',
  environment: 'id',
}

/** What an overlay sets to the value that the layers below it give anyway, in every environment that it is for. */
export function checkEffect(
  overlay: OverlayFile,
  layersBelow: readonly MappingNode[],
): readonly Diagnostic[] {
  const sets = leavesOf(overlay.sets).filter(({ path, value }) =>
    layersBelow.every((below) => isSame(nodeAt(below, path), value)),
  )
  const removes = overlay.removes.filter(({ value }) =>
    layersBelow.every((below) => nodeAt(below, keysOfPath(below, value)) === undefined),
  )
  if (layersBelow.length === 0) return []
  return [
    ...sets.map(({ path, key, value }) => ({
      rule: 'overlay-has-effect',
      severity: 'error' as const,
      at: value.kind === 'scalar' ? value.at : key.at,
      message: `"${showPath(path)}" has this value without the overlay`,
      effect: 'the line changes nothing',
      help: 'remove the line',
    })),
    ...removes.map(({ value, at }) => ({
      rule: 'overlay-has-effect',
      severity: 'error' as const,
      at,
      message: `there is no "${value}" to remove`,
      effect: 'the line changes nothing',
      help: 'remove the line, or correct the path',
    })),
  ]
}

function isSame(
  below: ReturnType<typeof nodeAt>,
  value: NonNullable<ReturnType<typeof nodeAt>>,
): boolean {
  return (
    below !== undefined && JSON.stringify(plainValue(below)) === JSON.stringify(plainValue(value))
  )
}
