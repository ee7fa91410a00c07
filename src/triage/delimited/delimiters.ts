import { parse } from 'csv-parse/sync'
import type { ColumnNames } from './columns.ts'
import { placesOf } from './columns.ts'

/** Commas, tabs and spaces are a bulk extract's; semicolons are what spreadsheets of many countries write. Source: Adobe, "Bulk Activity Extract". */
const DELIMITERS: readonly string[] = [',', '\t', ';', ' ']

/** What stands between the columns: that by which the first line has most names that are known. */
export function delimiterOf(firstLine: string, names: ColumnNames): string {
  const found = (delimiter: string): number =>
    Object.keys(placesOf(cells(firstLine, delimiter), names)).length
  return DELIMITERS.reduce((best, each) => (found(each) > found(best) ? each : best))
}

/** The names in the first line, as the lines below it are read. */
export function headerOf(firstLine: string, delimiter: string): readonly string[] {
  try {
    const [names = []]: readonly (readonly string[])[] = parse(firstLine, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
    })
    return names
  } catch {
    // A quotation mark that is not closed: what is demanded will not be found, and the names are shown.
    return cells(firstLine, delimiter)
  }
}

/** The line cut up, with quotes taken off: enough to see which names are known. */
function cells(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}
