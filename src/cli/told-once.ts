import type { Diagnostic, Misfit } from '../diagnostic/finding.ts'

/** What was found without a test, less the misfits of mappings that a test tells of with an answer that shows them. */
export function toldOnce(
  beside: readonly Diagnostic[],
  failures: readonly Diagnostic[],
): readonly Diagnostic[] {
  const told = new Set(
    failures.flatMap(({ misfit }) => (misfit === undefined ? [] : keyOf(misfit))),
  )
  return beside.filter(({ misfit }) => misfit === undefined || !told.has(keyOf(misfit)))
}

function keyOf({ field, because }: Misfit): string {
  return JSON.stringify([field.file, field.start, because])
}
