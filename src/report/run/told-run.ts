import type { ToldRun } from '../../diagnostic/finding.ts'

/** A run in numbered lines; the last one says how it ends badly. */
export function runLines({ steps, breach }: ToldRun): readonly string[] {
  const width = String(steps.length).length
  return [
    ...steps.map(({ sentence }, nth) => `${String(nth + 1).padStart(width)}. ${sentence}`),
    `${' '.repeat(width)}  ${breach}`,
  ]
}
