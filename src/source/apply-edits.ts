import type { Fix } from '../diagnostic/finding.ts'
import type { SourceFile } from './source-file.ts'

type Edit = Fix['edits'][number]

/**
 * A file's text after the edits that are meant for it.
 * Of two edits that overlap the one that begins first is made; the other waits for the next run.
 */
export function applyEdits(file: SourceFile, edits: readonly Edit[]): string {
  const own = edits.filter(({ at }) => at.file === file.path)
  const ordered = own.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
  let text = ''
  let done = 0
  for (const { at, text: replacement } of ordered) {
    if (at.start < done) continue
    text += file.text.slice(done, at.start) + replacement
    done = at.end
  }
  return text + file.text.slice(done)
}
