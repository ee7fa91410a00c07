import type { ContractResult } from '../contract/contract-result.ts'
import type { CommandContext } from './command.ts'
import type { FoundFolder } from './found-folder.ts'
import { describeKept, describeUnkeepable, describeUnkept } from './found-notes.ts'
import { matchCases, unkeptCases, type KeptCases } from './match-cases.ts'
import { markFixed, writeCases } from './write-cases.ts'

export interface Keeping {
  readonly folder: FoundFolder
  readonly context: CommandContext
  /** True when a whole run was made, whose failures are to be kept. */
  readonly isWhole: boolean
  /** False where definitions have errors: what passes may not have been tested. */
  readonly isSound: boolean
  /** Why nothing is written, in words; undefined where files are. */
  readonly refusal: string | undefined
  /** The command that keeps what this run does not. */
  readonly command: string
}

/** Keeps new failures as found cases and marks those that pass now; the results say where each is kept. */
export function keepFailures(
  results: readonly ContractResult[],
  { folder, context, isWhole, isSound, refusal, command }: Keeping,
): readonly ContractResult[] {
  const before = keptBefore(folder)
  const matched = matchCases(results, before)
  const fresh = isWhole ? unkeptCases(matched) : []
  const passing = isSound ? passingNow(results) : []
  if (isWhole) say(describeUnkeepable(results), context)
  if (refusal !== undefined) {
    say(describeUnkept({ fresh, passing }, refusal, command), context)
    return matched
  }
  const written = writeCases(fresh, folder, context.host.files)
  markFixed(passing, folder, context.host.files)
  say(describeKept({ written, passing }, folder.folder), context)
  return matchCases(results, new Map([...before, ...written]))
}

function keptBefore({ cases }: FoundFolder): KeptCases {
  return new Map(cases.map(({ file, found }) => [found.id, { file, as: found.status }]))
}

/** Open cases that pass in this run. */
function passingNow(results: readonly ContractResult[]): readonly string[] {
  return results.flatMap(({ replayed }) =>
    replayed
      .filter(({ status, verdict }) => status === 'open' && verdict === 'passes')
      .map(({ id }) => id),
  )
}

function say(notes: readonly string[], { host, options }: CommandContext): void {
  if (options.quiet) return
  for (const note of notes) host.stderr.write(`hookbook: ${note}\n`)
}
