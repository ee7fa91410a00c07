import { visibleText } from '../../base/visible-text.ts'
import { disarmForTerminal } from '../disarm.ts'
import { locate, showPlace } from '../locate.ts'
import type { ReportFormat } from '../report.ts'

export const compact: ReportFormat = {
  name: 'compact',
  summary: 'one line a finding, for editors and for grep',
  write: ({ diagnostics, files }) =>
    disarmForTerminal(
      diagnostics
        .map(({ at, severity, rule, message }) => {
          const place = showPlace(locate(at, files))
          return `${place}: ${severity} ${visibleText(rule)} ${visibleText(message)}\n`
        })
        .join(''),
    ),
}
