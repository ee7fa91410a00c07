import { whoNotices, type AnswerRow, type WriteRow } from '../contract/answer-row.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import { sameEnvironments, type SaidOfWebhook } from './same-environments.ts'

/** What an answer's cells are about. */
export const ANSWER_HEADS: readonly string[] = [
  'id',
  'the endpoint',
  'Marketo',
  'is written',
  'who notices',
]

export type AnswerTable = SaidOfWebhook<readonly AnswerRow[]>

/** "What happens when", for every webhook whose answers were tried. */
export function answerTables(results: readonly ContractResult[]): readonly AnswerTable[] {
  return sameEnvironments(results, ({ answers = [] }) => answers).filter(
    ({ said }) => said.length > 0,
  )
}

/** Failures that start no campaign. */
export function unnoticed(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.filter(({ isFailure, noticedBy }) => isFailure && noticedBy.length === 0)
}

/** The cells of an answer, in the order of the heads. */
export function answerCells(row: AnswerRow): readonly string[] {
  const others = row.others === 0 ? '' : ` (and ${row.others} more like it)`
  return [row.id, row.endpoint + others, marketoCell(row), writesCell(row), whoNotices(row)]
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

/** Answers with the same consequences. */
export interface AnswerGroup {
  readonly marketo: string
  readonly written: string
  readonly notices: string
  readonly ids: readonly string[]
}

/** The short form: what may follow, and after which answers. Which refusal it was makes no difference. */
export function answerGroups(rows: readonly AnswerRow[]): readonly AnswerGroup[] {
  const groups = new Map<string, AnswerGroup>()
  for (const row of rows) {
    const group = {
      marketo: MARKETO_DOES[row.marketo.does],
      written: writtenShortly(row),
      notices: whoNotices(row),
    }
    const key = JSON.stringify(group)
    groups.set(key, { ...group, ids: [...(groups.get(key)?.ids ?? []), row.id] })
  }
  return [...groups.values()]
}

const MARKETO_DOES: Readonly<Record<AnswerRow['marketo']['does'], string>> = {
  written: 'reads it',
  'not-written': 'reads nothing',
  unspecified: 'nobody knows',
}

/** The fields, without the values that differ from answer to answer. */
function writtenShortly({ writes }: AnswerRow): string {
  const namesOf = (end: WriteRow['end'][]): string =>
    writes
      .filter((write) => end.includes(write.end))
      .map(({ field }) => field)
      .join(', ')
  const parts = [
    [namesOf(['written']), ''],
    [namesOf(['not-written']), ' not'],
    [namesOf(['missing', 'unspecified']), ' perhaps'],
  ].flatMap(([names = '', word = '']) => (names === '' ? [] : [names + word]))
  return parts.length === 0 ? 'nothing' : parts.join('; ')
}
