import { compact } from './formats/compact.ts'
import { github } from './formats/github.ts'
import { json } from './formats/json.ts'
import { junit } from './formats/junit.ts'
import { pretty } from './formats/pretty.ts'
import { sarif } from './formats/sarif.ts'
import type { ReportFormat } from './report.ts'

/** Every form of a report. A new one is one file in `formats/` and its two lines here. */
export const FORMATS: readonly ReportFormat[] = [pretty, compact, json, junit, sarif, github]

/** The format of that name, or undefined. */
export function formatNamed(name: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.name === name)
}
