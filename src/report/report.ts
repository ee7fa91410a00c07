import type { ContractResult } from '../contract/contract-result.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from '../source/source-file.ts'

/** What a command found, before it is written in any form. */
export interface Report {
  readonly toolVersion: string
  /** The command as it was typed, without secrets. */
  readonly command: string
  /** What was looked at, in words: "3 programs linted". */
  readonly checked: readonly Checked[]
  readonly diagnostics: readonly Diagnostic[]
  readonly results: readonly ContractResult[]
  /** The files that diagnostics point into. */
  readonly files: readonly SourceFile[]
}

/** Something that was looked at, in words, and how long that took where it was measured. */
export interface Checked {
  readonly text: string
  readonly milliseconds?: number
}

/** A form of a report. The open set is listed in `formats.ts`. */
export interface ReportFormat {
  readonly name: string
  readonly summary: string
  readonly write: (report: Report, options: FormatOptions) => string
}

export interface FormatOptions {
  readonly isColored: boolean
}
