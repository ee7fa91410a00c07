import { nearest } from '../../base/nearest.ts'
import { COLUMN_ROLES, type ColumnNames } from '../../triage/delimited/columns.ts'
import { UsageError } from '../command.ts'

/** What `--column what=name` says, each once. */
export function columnNames(words: readonly string[]): ColumnNames {
  return Object.fromEntries(words.map(oneColumn))
}

function oneColumn(word: string): readonly [string, string] {
  const [, what = '', name = ''] = /^([^=]*)=(.+)$/s.exec(word) ?? []
  const role = COLUMN_ROLES.find((each) => each.toLowerCase() === what.toLowerCase())
  if (role !== undefined && name !== '') return [role, name]
  if (!word.includes('=') || name === '')
    throw new UsageError(`--column takes what=name, as in webhook=Detail; not "${word}"`)
  const meant = nearest(what, COLUMN_ROLES)
  const hint =
    meant === undefined ? `known: ${COLUMN_ROLES.join(', ')}` : `did you mean "${meant}"?`
  throw new UsageError(`nothing of a call is called "${what}"; ${hint}`)
}
