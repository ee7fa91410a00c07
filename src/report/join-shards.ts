import type { ContractResult } from '../contract/contract-result.ts'
import { joinResults } from '../contract/join-results.ts'
import type { Run } from './report.ts'
import type { ShardPart } from './shard-part.ts'

/** The report of a shard as it was read back from its file. */
export interface ShardReport {
  /** The file's name. */
  readonly name: string
  readonly tool: { readonly version: string }
  readonly run: Omit<Run, 'shard' | 'programs' | 'unsettled'>
  readonly shard: ShardPart
}

export type JoinedShards =
  | {
      readonly status: 'joined'
      readonly run: Run
      readonly results: readonly ContractResult[]
      readonly beside: ShardPart['beside']
      readonly terms: ShardPart['terms']
      readonly files: ShardPart['files']
    }
  | { readonly status: 'apart'; readonly reason: string }

/** The shards of one run as the run that was not divided, or why they are not that. */
export function joinShards(reports: readonly [ShardReport, ...ShardReport[]]): JoinedShards {
  const reason = reasonApart(reports)
  if (reason !== undefined) return { status: 'apart', reason }
  const [first, ...others] = reports.toSorted((a, b) => a.shard.index - b.shard.index)
  if (first === undefined) return { status: 'apart', reason: 'there is no report' }
  const { results, beside, files, programs, terms } = first.shard
  return {
    status: 'joined',
    run: { ...first.run, ...(programs === undefined ? {} : { programs }) },
    beside,
    terms,
    files,
    results: results.map((result, nth) =>
      joinResults(
        result,
        others.flatMap(({ shard }) => shard.results[nth] ?? []),
      ),
    ),
  }
}

function reasonApart(reports: readonly [ShardReport, ...ShardReport[]]): string | undefined {
  const [first, ...others] = reports
  for (const other of others) {
    const difference = differenceOf(first, other)
    if (difference !== undefined) return difference
  }
  return twice(reports) ?? missing(reports)
}

/** How two reports cannot be of the same run. */
function differenceOf(a: ShardReport, b: ShardReport): string | undefined {
  const both = `"${a.name}" and "${b.name}" do not belong together:`
  if (a.tool.version !== b.tool.version) {
    return `${both} hookbook ${a.tool.version} made one and ${b.tool.version} the other`
  }
  if (a.shard.count !== b.shard.count) {
    return `${both} one is of ${a.shard.count} shards and the other of ${b.shard.count}`
  }
  if (a.run.command !== b.run.command) {
    return `${both} one was made by "${a.run.command}" and the other by "${b.run.command}"`
  }
  const file = changedFile(a.shard, b.shard)
  if (file !== undefined) return `${both} "${file}" was another file when the other was made`
  const isSame = namesOf(a.shard.results) === namesOf(b.shard.results)
  return isSame ? undefined : `${both} they tell of other webhooks`
}

function changedFile(a: ShardPart, b: ShardPart): string | undefined {
  const marks = new Map(b.files.map(({ path, fingerprint }) => [path, fingerprint]))
  const changed = a.files.find(({ path, fingerprint }) => marks.get(path) !== fingerprint)
  const known = new Set(a.files.map(({ path }) => path))
  return changed?.path ?? b.files.find(({ path }) => !known.has(path))?.path
}

function namesOf(results: readonly ContractResult[]): string {
  return JSON.stringify(
    results.map(({ program, environment, webhook }) => [program, environment, webhook]),
  )
}

function twice(reports: readonly ShardReport[]): string | undefined {
  for (const [nth, { name, shard }] of reports.entries()) {
    const other = reports.slice(nth + 1).find((report) => report.shard.index === shard.index)
    if (other !== undefined)
      return `"${name}" and "${other.name}" are both shard ${shard.index} of ${shard.count}`
  }
  return undefined
}

function missing(reports: readonly [ShardReport, ...ShardReport[]]): string | undefined {
  const { count } = reports[0].shard
  const here = new Set(reports.map(({ shard }) => shard.index))
  const gone = Array.from({ length: count }, (_shard, nth) => nth + 1).filter(
    (index) => !here.has(index),
  )
  if (gone.length === 0) return undefined
  return `shard ${gone.join(', ')} of ${count} is missing; name the report of every shard`
}
