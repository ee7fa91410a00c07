import { visibleText } from '../base/visible-text.ts'
import type { AnswerRow, WriteRow } from '../contract/answer-row.ts'

const HEADS: readonly string[] = ['id', 'the endpoint', 'Marketo', 'is written', 'who notices']

/** "What happens when" as a table: what the endpoint does, what Marketo does, what is written, who notices. */
export function answersTable(rows: readonly AnswerRow[]): string {
  const cells = [HEADS, ...rows.map(cellsOf)].map((row) => row.map(visibleText))
  const widths = HEADS.map((_head, column) =>
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

function cellsOf(row: AnswerRow): readonly string[] {
  const others = row.others === 0 ? '' : ` (and ${row.others} more like it)`
  return [row.id, row.endpoint + others, marketoCell(row), writesCell(row), noticesCell(row)]
}

function marketoCell({ marketo: { does, because, assumption } }: AnswerRow): string {
  switch (does) {
    case 'written':
      return 'reads it'
    case 'not-written':
      return because
    case 'unspecified':
      return `nobody knows; likely ${because} (${assumption ?? ''})`
  }
}

function writesCell({ writes }: AnswerRow): string {
  return writes.length === 0 ? 'nothing' : writes.map(writeCell).join('; ')
}

function writeCell({ field, end, shown }: WriteRow): string {
  switch (end) {
    case 'written':
      return `${field}: ${shown}`
    case 'not-written':
      return `${field}: no, ${shown}`
    case 'missing':
    case 'unspecified':
      return `${field}: nobody knows, ${shown}`
  }
}

function noticesCell({ noticedBy, isFailure }: AnswerRow): string {
  const names = noticedBy.map(({ campaign, certainty, under }) => {
    if (certainty === 'always') return campaign
    return certainty === 'unknown'
      ? `${campaign} (perhaps)`
      : `${campaign} (if ${under.join(', ')})`
  })
  if (names.length > 0) return names.join(', ')
  return isFailure ? 'nobody' : '\u2013'
}
