import { fingerprint } from '../base/fingerprint.ts'
import type { Span } from '../base/span.ts'
import type { ContractResult } from '../contract/contract-result.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from '../source/source-file.ts'
import { findingsBeside } from './findings-beside.ts'
import type { Terms } from '../suppression/terms.ts'
import type { BuiltProgram, Report } from './report.ts'

/** What the report of a shard holds beside what every report holds: all that is lost when it is written for readers. */
export interface ShardPart {
  readonly index: number
  readonly count: number
  /** With their failures, whose places are offsets, and with measured times. */
  readonly results: readonly ContractResult[]
  /** What was found without a test, and is therefore the same in every shard. */
  readonly beside: readonly Diagnostic[]
  readonly files: readonly FileMark[]
  readonly programs?: readonly BuiltProgram[]
  /** By what findings of the whole run may be accepted. */
  readonly terms: Terms
}

export interface FileMark {
  readonly path: string
  readonly fingerprint: string
  readonly hidden?: readonly Span[]
}

/** The part of a report that puts shards together again; undefined for a whole run. */
export function shardPart(report: Report): ShardPart | undefined {
  const { run, files } = report
  if (run?.shard === undefined) return undefined
  const { diagnostics, results, terms } = run.unsettled ?? { ...report, terms: NO_TERMS }
  return {
    ...run.shard,
    results: results.map(({ cases: _inFiles, ...result }) => result),
    beside: findingsBeside({ diagnostics, results }),
    terms,
    files: files.map(markFile),
    ...(run.programs === undefined ? {} : { programs: run.programs }),
  }
}

const NO_TERMS: Terms = { folder: '', judges: [] }

/** A file by its content, so that places in it mean the same later. */
export function markFile({ path, text, hidden }: SourceFile): FileMark {
  return { path, fingerprint: fingerprint(text), ...(hidden === undefined ? {} : { hidden }) }
}
