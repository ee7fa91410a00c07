import { createTwoFilesPatch } from 'diff'
import { hideTexts } from '../base/hide-texts.ts'

const CONTEXT_LINES = 3

/** A file as it is and as it would be. */
export interface Replacement {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * What changes in a file, as `git apply` and `patch -p1` take it. A line of it in which one of the hidden
 * texts stands, a credential that somebody has typed, is shown without it and does not apply.
 */
export function showPatch(
  { path, before, after }: Replacement,
  hidden: readonly string[] = [],
): string {
  if (before === after) return ''
  const options = { context: CONTEXT_LINES }
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', options)
  // Without the line of signs that the library begins with, and the tab before an empty note.
  const shown = patch
    .split('\n')
    .slice(1)
    .join('\n')
    .replace(/^(--- .*|\+\+\+ .*)\t$/gm, '$1')
  return hideTexts(shown, hidden)
}
