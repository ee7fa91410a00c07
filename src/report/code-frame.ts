import { visibleText } from '../base/visible-text.ts'
import { shownText } from '../source/hide-in-files.ts'
import { lineTextAt } from '../source/position-at.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Place } from './locate.ts'

export interface FrameLine {
  readonly gutter: string
  readonly text: string
  /** True for the line of carets under a source line. */
  readonly isMark: boolean
}

/** Tabs are drawn as this many columns. */
const TAB = '  '

/** The first source line of a place with carets under it. */
export function codeFrame(
  file: SourceFile,
  place: Place,
  label: string | undefined,
): readonly FrameLine[] {
  const { start, end } = place
  const line = lineTextAt({ ...file, text: shownText(file) }, start.line)
  const number = String(start.line)
  const blank = ' '.repeat(number.length)
  const until = end.line === start.line ? end.column - 1 : line.length
  const before = drawn(line.slice(0, start.column - 1))
  const marked = drawn(line.slice(start.column - 1, Math.max(until, start.column)))
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)))
  const words = label === undefined ? '' : ` ${visibleText(label)}`
  return [
    { gutter: `${blank} |`, text: '', isMark: false },
    { gutter: `${number} |`, text: ` ${drawn(line)}`, isMark: false },
    {
      gutter: `${blank} |`,
      text: ` ${' '.repeat(columnsOf(before))}${carets}${words}`,
      isMark: true,
    },
    { gutter: `${blank} |`, text: '', isMark: false },
  ]
}

function drawn(text: string): string {
  return visibleText(text.replaceAll('\t', TAB))
}

/** How wide a terminal draws a text: wide characters take two columns, marks none. */
function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    columns += WIDE.test(segment) ? 2 : 1
  }
  return columns
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
