import { isCallType } from '../activity-type.ts'
import { attributeNamed, readAttributes } from '../attributes.ts'
import type { RowSink } from '../call-row.ts'
import { leadNumber } from '../lead-number.ts'
import { readTime } from '../read-time.ts'
import type { ColumnNames, ColumnPlaces, ColumnRole } from './columns.ts'

/** What a bulk extract writes for nothing. Source: Adobe, "Bulk Activity Extract". */
const NOTHING = 'null'

/** Makes rows of records. */
export function rowMaker(
  places: ColumnPlaces,
  names: ColumnNames,
  sink: RowSink,
): (record: readonly string[], nth: number) => void {
  const isBulk = places.attributes !== undefined
  const cell = (record: readonly string[], role: ColumnRole): string | undefined => {
    const text = record[places[role] ?? -1]
    return isBulk && text === NOTHING ? undefined : text
  }
  return (record, nth) => {
    const type = cell(record, 'type')
    if (places.type !== undefined && !isCallType(type)) return sink.other()
    const attributes = readAttributes(cell(record, 'attributes') ?? '')
    if (attributes === undefined)
      return sink.damaged(`record ${nth}`, 'its attributes are no JSON, as if they were cut off')
    const either = (role: ColumnRole): string | undefined =>
      cell(record, role) ?? attributeNamed(attributes, role, names)
    sink.call({
      lead: leadNumber(cell(record, 'lead')),
      time: readTime(cell(record, 'date') ?? ''),
      webhook: cell(record, 'webhook') ?? '',
      errorType: either('errorType') ?? '',
      response: either('response') ?? '',
      payload: either('payload'),
    })
  }
}
