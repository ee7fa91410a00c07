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

/** The first line cut up, with quotes taken off: names hold no delimiter in the exports that we know. */
export function cells(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}
