import type { SchemaCheck } from '../../receiver/schema-violation.ts'
import { joinShards, type ShardReport } from '../../report/join-shards.ts'
import { markFile, type FileMark } from '../../report/shard-part.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { printReport } from '../print-report.ts'
import { readReport, reportCheck } from '../read-report.ts'
import { reportRun } from '../report-run.ts'
import { VERSION } from '../version.ts'

export interface MergeWords {
  readonly coverage?: boolean
  readonly minCoverage?: number
}

/** The reports of all shards as the report of the run that was not divided; ends as that run would have. */
export async function mergeShardReports(
  names: readonly string[],
  words: MergeWords,
  context: CommandContext,
): Promise<number> {
  const check = reportCheck()
  const [first, ...others] = names.map((name) => readShard(name, check, context))
  if (first === undefined) throw new UsageError('name the report of every shard')
  const joined = joinShards([first, ...others])
  if (joined.status === 'apart') throw new UsageError(joined.reason)
  const { run, results, beside, files, terms } = joined
  const { minCoverage } = words
  const outcome = {
    run: minCoverage === undefined ? run : { ...run, minCoverage },
    results,
    beside,
    files: files.map((mark) => readSource(mark, context)),
    isOneLead: false,
    terms,
  }
  const report = await reportRun(outcome, context)
  return printReport(report, context, { hasCoverage: words.coverage === true })
}

function readShard(name: string, check: SchemaCheck, context: CommandContext): ShardReport {
  // The published schema demands every member of a shard's report.
  const report = readReport(name, check, context) as Partial<ShardReport>
  const { tool, run, shard } = report
  if (tool === undefined || run === undefined || shard === undefined) {
    throw new UsageError(
      `"${name}" is not the report of a shard; make it with "hookbook test --shard i/n --format json:${name}"`,
    )
  }
  if (tool.version !== VERSION) {
    throw new UsageError(
      `"${name}" was made by hookbook ${tool.version}; this is hookbook ${VERSION}`,
    )
  }
  return { name, tool, run, shard }
}

/** Source lines are shown, and places counted, from the disk: it must hold what was tested. */
function readSource(
  { path, fingerprint, ...rest }: FileMark,
  { host }: CommandContext,
): SourceFile {
  const text = host.files.readText(path)
  if (text !== undefined && markFile({ path, text }).fingerprint === fingerprint)
    return { path, text, ...rest }
  throw new UsageError(
    `"${path}" is not what the shards have tested; run merge-reports in the same folder at the same commit`,
  )
}
