import { visibleText } from '../base/visible-text.ts'
import type { Severity } from '../diagnostic/finding.ts'
import { countBySeverity } from '../diagnostic/severity.ts'
import type { Suppressed } from '../suppression/suppression.ts'
import type { Checked, Report } from './report.ts'

/** The last lines of a report: what was looked at, a line each, and what was found. */
export function summarize(report: Report): string {
  return lines(
    report,
    report.checked.map(({ text }) => visibleText(text)),
  )
}

/** The same with measured times, for those who have waited. */
export function summarizeWithTimes(report: Report): string {
  return lines(report, report.checked.map(withTime))
}

function lines(report: Report, checked: readonly string[]): string {
  const last = [...checked.slice(-1), problems(report), ...suppressedWords(report)]
  return [...checked.slice(0, -1), last.join('; ')].join('\n')
}

/** `2 findings suppressed, 5 in the baseline`; nothing where nothing is accepted. */
export function suppressedWords({
  suppressed = [],
}: Pick<Report, 'suppressed'>): readonly string[] {
  const count = (wanted: Suppressed['kind']): number =>
    suppressed.filter(({ kind }) => kind === wanted).length
  const [here, before] = [count('inSource'), count('external')]
  const parts = [
    ...(here > 0 ? [`${plural(here, 'finding')} suppressed`] : []),
    ...(before > 0 ? [`${here > 0 ? before : plural(before, 'finding')} in the baseline`] : []),
  ]
  return parts.length === 0 ? [] : [parts.join(', ')]
}

function withTime({ text, milliseconds, measured }: Checked): string {
  const time = milliseconds === undefined ? '' : ` in ${(milliseconds / 1000).toFixed(1)} s`
  return `${visibleText(text)}${time}${measured === undefined ? '' : ` (${measured})`}`
}

/** `2 errors, 1 warning`, or `no problems`. */
export function problems({
  diagnostics,
}: {
  readonly diagnostics: readonly { readonly severity: Severity }[]
}): string {
  const { error, warning, info } = countBySeverity(diagnostics)
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [plural(info, 'note')] : []),
  ]
  return parts.length === 0 ? 'no problems' : parts.join(', ')
}

/** `1 lead`, `2 leads`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
