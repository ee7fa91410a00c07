import { visibleText } from '../base/visible-text.ts'
import type { AnswerRow } from '../contract/answer-row.ts'
import { ANSWER_HEADS, answerCells } from '../report/answer-table.ts'

/** "What happens when" as a table: what the endpoint does, what Marketo does, what is written, who notices. */
export function answersTable(rows: readonly AnswerRow[]): string {
  const cells = [ANSWER_HEADS, ...rows.map(answerCells)].map((row) => row.map(visibleText))
  const widths = ANSWER_HEADS.map((_head, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return lines.map((line) => `${line}\n`).join('')
}
