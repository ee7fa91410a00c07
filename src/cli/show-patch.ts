import { createTwoFilesPatch } from 'diff'

const CONTEXT_LINES = 3

/** What changes in a file, as `git apply` and `patch -p1` take it. */
export function showPatch(path: string, before: string, after: string): string {
  if (before === after) return ''
  const options = { context: CONTEXT_LINES }
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', options)
  // Without the line of signs that the library begins with, and the tab before an empty note.
  return patch
    .split('\n')
    .slice(1)
    .join('\n')
    .replace(/^(--- .*|\+\+\+ .*)\t$/gm, '$1')
}
