import { visibleText } from '../../base/visible-text.ts'
import { locate, showPlace } from '../locate.ts'
import type { ReportFormat } from '../report.ts'

export const compact: ReportFormat = {
  name: 'compact',
  summary: 'one line a finding, for editors and for grep',
  write: ({ diagnostics, files }) =>
    diagnostics
      .map(({ at, severity, rule, message }) => {
        return `${showPlace(locate(at, files))}: ${severity} ${rule} ${visibleText(message)}\n`
      })
      .join(''),
}
