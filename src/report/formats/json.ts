import { stableJson } from '../../base/stable-json.ts'
import type { Span } from '../../base/span.ts'
import type { ContractResult } from '../../contract/contract-result.ts'
import type { Diagnostic, Related } from '../../diagnostic/finding.ts'
import type { Suppressed } from '../../suppression/suppression.ts'
import { printableJson } from '../printable-json.ts'
import { locate } from '../locate.ts'
import type { Report, ReportFormat, Run } from '../report.ts'
import { shardPart } from '../shard-part.ts'

/** Goes up when a member is removed or changes its meaning; new members do not count. */
const FORMAT_VERSION = 1

export const json: ReportFormat = {
  name: 'json',
  summary: 'for programs; schemas/report.schema.json describes it',
  write: (report) => printableJson(stableJson(documentOf(report))),
}

function documentOf(report: Report): unknown {
  return {
    formatVersion: FORMAT_VERSION,
    tool: { name: 'hookbook', version: report.toolVersion },
    run: report.run && runOf(report.run),
    checked: report.checked.map(({ text }) => text),
    findings: report.diagnostics.map((diagnostic) => writeFinding(diagnostic, report)),
    suppressed: report.suppressed?.map((suppressed) => writeSuppressed(suppressed, report)),
    tests: report.results.map((result) => writeTest(result, report)),
    shard: shardPart(report),
  }
}

function writeTest(
  { at, failures, suppressed, measured: _differs, cases: _inFiles, ...result }: ContractResult,
  { files }: Report,
): unknown {
  return {
    ...result,
    place: locate(at, files),
    failures: failures.length,
    suppressed: suppressed?.length,
  }
}

function writeSuppressed({ diagnostic, kind, reason }: Suppressed, { files }: Report): unknown {
  const { rule, severity, message, at } = diagnostic
  return { rule, severity, message, place: locate(at, files), kind, reason }
}

/** What stands in the shard's own part is not told twice. */
function runOf({
  shard: _shard,
  programs: _programs,
  unsettled: _unsettled,
  ...run
}: Run): unknown {
  return run
}

function writeFinding(diagnostic: Diagnostic, report: Report): unknown {
  const { at, setBy, related, fix, run, misfit: _forCheck, ...rest } = diagnostic
  const place = (span: Span): unknown => locate(span, report.files)
  const places = (list: readonly Related[] | undefined): unknown =>
    list?.map((entry) => ({ message: entry.message, place: place(entry.at) }))
  return {
    ...rest,
    place: place(at),
    setBy: places(setBy),
    related: places(related),
    run: run && {
      breach: run.breach,
      steps: run.steps.map(({ sentence, at: own }) => ({
        sentence,
        place: own && place(own),
      })),
    },
    fix: fix && {
      title: fix.title,
      edits: fix.edits.map((edit) => ({ place: place(edit.at), text: edit.text })),
    },
  }
}
