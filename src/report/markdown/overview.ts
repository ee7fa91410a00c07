import type { RootContent } from 'mdast'
import { countBySeverity } from '../../diagnostic/severity.ts'
import type { Report } from '../report.ts'
import { problems, suppressedWords } from '../summary.ts'
import { code, heading, paragraph, text } from './nodes.ts'

/** The verdict in one line, what was looked at, and how to have it again. */
export function overview(report: Report, most: number): readonly RootContent[] {
  const { error } = countBySeverity(report.diagnostics)
  const sign = error > 0 ? '❌' : '✅'
  const lines = report.checked.slice(-Math.max(1, most)).map(({ text: line }) => paragraph(line))
  const accepted = suppressedWords(report).map((words) => paragraph(text(words)))
  const again =
    report.run === undefined ? [] : [paragraph(text('The same again: '), code(report.run.command))]
  return [heading(2, `${sign} hookbook: ${problems(report)}`), ...lines, ...accepted, ...again]
}
