import pico from 'picocolors'
import { visibleText } from '../../base/visible-text.ts'
import type { Change } from '../../diff/change.ts'
import { disarmForTerminal } from '../disarm.ts'
import { locate, showPlace } from '../locate.ts'
import { changeWords, environmentWords, MARKS, followsWords, summaryLines } from './change-words.ts'
import type { DiffReport } from './diff-report.ts'
import { groupChanges } from './group-changes.ts'
import { subtleWords, valueLines } from './value-lines.ts'

type Colors = ReturnType<typeof pico.createColors>

/** A difference as people read one: a line a change, before and after below it. */
export function writePrettyDiff(report: DiffReport, isColored: boolean): string {
  const colors = pico.createColors(isColored)
  const { from, to, notCompared } = report
  const lines = [
    `from ${colors.bold(visibleText(from.name))} to ${colors.bold(visibleText(to.name))}`,
    ...groupChanges(report.changes).flatMap(([subject, changes]) => [
      '',
      colors.bold(visibleText(subject)),
      ...changes.flatMap((change) => changeLines(change, report, colors)),
    ]),
    '',
    ...notCompared.map(({ program, why }) =>
      colors.yellow(`not compared: ${visibleText(program)}, ${visibleText(why)}`),
    ),
    ...summaryLines(report),
  ]
  return disarmForTerminal(`${lines.join('\n')}\n`)
}

function changeLines(change: Change, report: DiffReport, colors: Colors): readonly string[] {
  const where = environmentWords(change, report)
  const what =
    visibleText(changeWords(change)) + (where === undefined ? '' : ` (${visibleText(where)})`)
  const follows = followsWords(change, report)
  const subtle = subtleWords(change)
  return [
    `  ${paintMark(change, colors)} ${what}${follows === undefined ? '' : `: ${paintImpact(change, colors)(follows)}`}`,
    ...valueLines(change).map(({ mark, text }) =>
      `      ${paintLine(mark, colors)(`${mark} ${text}`)}`.trimEnd(),
    ),
    ...[subtle, follows === undefined ? undefined : change.because]
      .filter((note) => note !== undefined && note !== '')
      .map((note) => colors.dim(`      ${visibleText(note ?? '')}`)),
    colors.dim(`      ${placeWords(change, report)}`),
  ]
}

/** The new place; for what is gone, the old one with its revision. */
function placeWords({ at, wasAt }: Change, { from, to }: DiffReport): string {
  if (at !== undefined) return `at ${showPlace(locate(at, to.files))}`
  if (wasAt === undefined) return ''
  return `was at ${showPlace(locate(wasAt, from.files))}`
}

function paintMark({ motion }: Change, colors: Colors): string {
  const mark = MARKS[motion]
  if (mark === '+') return colors.green(mark)
  return mark === '-' ? colors.red(mark) : colors.yellow(mark)
}

function paintLine(mark: string, colors: Colors): (text: string) => string {
  if (mark === '+') return colors.green
  return mark === '-' ? colors.red : colors.dim
}

function paintImpact({ impact }: Change, colors: Colors): (text: string) => string {
  return impact === 'breaking' ? colors.red : (text) => text
}
