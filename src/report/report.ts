import type { ContractResult } from '../contract/contract-result.ts'
import type { Shard } from '../contract/shard.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Suppressed } from '../suppression/suppression.ts'
import type { Terms } from '../suppression/terms.ts'

/** What a command found, before it is written in any form. */
export interface Report {
  readonly toolVersion: string
  /** Undefined for a command that tests nothing. */
  readonly run?: Run
  /** What was looked at, in words: "3 programs linted". */
  readonly checked: readonly Checked[]
  readonly diagnostics: readonly Diagnostic[]
  /** What was found and is accepted: it fails nothing, and stands in no other list. */
  readonly suppressed?: readonly Suppressed[]
  readonly results: readonly ContractResult[]
  /** The files that diagnostics point into. */
  readonly files: readonly SourceFile[]
}

/** A run of the contract tests: what it takes to have the same report again. */
export interface Run {
  /** The command line without the words that only choose how and where the report is shown. */
  readonly command: string
  readonly seed: number
  readonly runs: number
  /** The fingerprint of every file that was read. */
  readonly definitions: string
  /** What part of the cells must be tried, in percent; undefined for no limit. */
  readonly minCoverage?: number
  /** Undefined for the whole. */
  readonly shard?: Shard
  /** What `check` has compared with the disk. */
  readonly programs?: readonly BuiltProgram[]
  /** What `check` has proven and refuted of guarantees. */
  readonly guarantees?: GuaranteeCount
  /** Only of a shard: what was found before anything was accepted, and by what it may be. */
  readonly unsettled?: Unsettled
}

/** How many guarantees are proven, refuted, and neither. */
export interface GuaranteeCount {
  readonly proven: number
  readonly refuted: number
  readonly unknown: number
}

/** What the shards of a run have found: it is put together first, and accepted then. */
export interface Unsettled {
  readonly diagnostics: readonly Diagnostic[]
  readonly results: readonly ContractResult[]
  readonly terms: Terms
}

/** A program with the number of its environments and of its generated files that are up to date. */
export interface BuiltProgram {
  readonly id: string
  readonly environments: number
  readonly files: number
}

/** Something that was looked at, in words; what was measured stands apart, for it differs from run to run. */
export interface Checked {
  readonly text: string
  readonly milliseconds?: number
  /** More that was measured, in words. */
  readonly measured?: string
}

/** A form of a report. The open set is listed in `formats.ts`. */
export interface ReportFormat {
  readonly name: string
  readonly summary: string
  /** Some load what they need only when they are asked for. */
  readonly write: (report: Report, options: FormatOptions) => string | Promise<string>
}

export interface FormatOptions {
  readonly isColored: boolean
  /** Whether a form for people says in a table what was tried; others always do, or never. */
  readonly hasCoverage: boolean
}
