import type { Change } from '../../diff/change.ts'
import { subjectWords } from './change-words.ts'

/** Changes by the program, webhook or campaign that they belong to, under its words. */
export function groupChanges(
  changes: readonly Change[],
): readonly (readonly [subject: string, changes: readonly Change[]])[] {
  const grouped = new Map<string, readonly Change[]>()
  for (const change of changes) {
    const subject = subjectWords(change)
    grouped.set(subject, [...(grouped.get(subject) ?? []), change])
  }
  return [...grouped]
}
