import type { RootContent } from 'mdast'
import type { Report } from '../report.ts'
import { answerDetails } from './answer-details.ts'
import { coverageDetails } from './coverage-details.ts'
import { findingDetails, findingsTable, shownFindings } from './findings.ts'
import { overview } from './overview.ts'
import { printMarkdown } from './print-markdown.ts'
import { testedWebhooks, testsTable } from './tests-table.ts'
import { tokenDetails } from './token-details.ts'

/** A comment on GitHub holds 65,536 characters; a job summary holds more. */
const MOST_CHARACTERS = 60_000

interface Extent {
  readonly hasCoverage: boolean
  /** Whether tokens and answers are told of. */
  readonly hasTables: boolean
  /** Of how many findings the lead, the request and the commands are shown. */
  readonly details: number
  /** How many rows tables have, and lines the overview. */
  readonly rows: number
}

const LEAST: Extent = { hasCoverage: false, hasTables: false, details: 0, rows: 0 }

/** What is left out first, until the rest is small enough: the last is, whatever a report holds. */
const EXTENTS: readonly Extent[] = [
  { hasCoverage: true, hasTables: true, details: 50, rows: 200 },
  { hasCoverage: false, hasTables: true, details: 50, rows: 200 },
  { hasCoverage: false, hasTables: false, details: 50, rows: 200 },
  { hasCoverage: false, hasTables: false, details: 10, rows: 200 },
  { hasCoverage: false, hasTables: false, details: 3, rows: 50 },
  { hasCoverage: false, hasTables: false, details: 0, rows: 20 },
  LEAST,
]

/** A report as GitHub Flavored Markdown: what was found first, details folded, never larger than GitHub takes. */
export function writeMarkdown(report: Report): string {
  for (const extent of EXTENTS) {
    const text = print(report, extent)
    if (text.length <= MOST_CHARACTERS) return text
  }
  return print(report, LEAST)
}

function print(report: Report, { hasCoverage, hasTables, details, rows }: Extent): string {
  const findings = shownFindings(report)
  const children: RootContent[] = [
    ...overview(report, rows),
    ...findingsTable(findings, rows),
    ...findingDetails(findings, details),
    ...testsTable(testedWebhooks(report), rows),
    ...(hasTables ? [...tokenDetails(report), ...answerDetails(report)] : []),
    ...(hasCoverage ? coverageDetails(report) : []),
  ]
  return printMarkdown(children)
}
