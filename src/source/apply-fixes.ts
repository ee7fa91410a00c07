import type { Fix } from '../diagnostic/finding.ts'
import { applyEdits } from './apply-edits.ts'
import type { SourceFile } from './source-file.ts'

type Edit = Fix['edits'][number]

/** The fixes that can be made at once: each whole, and of two that touch the same place the first. */
export function compatibleFixes<F extends Fix>(fixes: readonly F[]): readonly F[] {
  const made: F[] = []
  const edits = new Map<string, Edit[]>()
  for (const fix of fixes) {
    if (!isApart(fix.edits) || fix.edits.some((edit) => touchesAny(edit, edits))) continue
    made.push(fix)
    for (const edit of fix.edits) {
      const own = edits.get(edit.at.file)
      if (own === undefined) edits.set(edit.at.file, [edit])
      else own.push(edit)
    }
  }
  return made
}

/** The new texts of the files that fixes change, by path; the fixes do not touch each other. */
export function applyFixes(
  files: readonly SourceFile[],
  fixes: readonly Fix[],
): ReadonlyMap<string, string> {
  const edits = fixes.flatMap((fix) => fix.edits)
  const touched = new Set(edits.map(({ at }) => at.file))
  const changed = files
    .filter(({ path }) => touched.has(path))
    .map((file) => [file.path, applyEdits(file, edits), file.text] as const)
  return new Map(changed.flatMap(([path, text, old]) => (text === old ? [] : [[path, text]])))
}

function isApart(edits: readonly Edit[]): boolean {
  return edits.every((edit, nth) => !edits.slice(nth + 1).some((other) => touches(edit, other)))
}

function touchesAny(edit: Edit, edits: ReadonlyMap<string, readonly Edit[]>): boolean {
  return (edits.get(edit.at.file) ?? []).some((other) => touches(edit, other))
}

/** Neighbours touch: what comes first between two texts at one place would be left to chance. */
function touches({ at: a }: Edit, { at: b }: Edit): boolean {
  return a.file === b.file && a.start <= b.end && b.start <= a.end
}
