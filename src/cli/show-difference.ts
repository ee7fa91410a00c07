import { createTwoFilesPatch } from 'diff'
import { visibleText } from '../base/visible-text.ts'
import { disarmForTerminal } from '../report/disarm.ts'
import type { BuiltFile } from './run-build.ts'

/** The most lines of a file's difference that are printed. */
const MOST_LINES = 40

/** What differs between the disk and the definition, as a unified difference. */
export function showDifference({ path, expected, actual }: BuiltFile): string {
  if (actual === undefined) return `${path}: is missing\n`
  if (expected === undefined) return `${path}: the definition no longer makes it\n`
  const patch = createTwoFilesPatch(
    path,
    path,
    actual,
    expected,
    'on disk',
    'from the definition',
    {
      context: 1,
    },
  )
  const lines = patch.split('\n').slice(2, -1).map(visibleTabs)
  const shown = lines.slice(0, MOST_LINES)
  const rest = lines.length - shown.length
  return disarmForTerminal([...shown, ...(rest > 0 ? [`… ${rest} more lines`] : []), ''].join('\n'))
}

/** The header of a difference separates file and note by a tab. */
function visibleTabs(line: string): string {
  return line.split('\t').map(visibleText).join('  ')
}
