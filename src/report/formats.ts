import { compact } from './formats/compact.ts'
import { ctrf } from './formats/ctrf.ts'
import { github } from './formats/github.ts'
import { html } from './formats/html.ts'
import { json } from './formats/json.ts'
import { junit } from './formats/junit.ts'
import { markdown } from './formats/markdown.ts'
import { pretty } from './formats/pretty.ts'
import { sarif } from './formats/sarif.ts'
import type { ReportFormat } from './report.ts'

/** Every form of a report. A new one is one file in `formats/` and its two lines here. */
export const FORMATS: readonly ReportFormat[] = [
  pretty,
  compact,
  json,
  junit,
  ctrf,
  sarif,
  github,
  markdown,
  html,
]

/** The format of that name, or undefined. */
export function formatNamed(name: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.name === name)
}
