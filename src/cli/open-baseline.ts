import type { HostFiles } from '../host/host.ts'
import { folderOf, joinPath } from '../model/paths.ts'
import type { Workspace } from '../model/workspace.ts'
import { plural } from '../report/summary.ts'
import { parseBaseline, printBaseline } from '../suppression/baseline.ts'
import type { OpenBaseline, SettleInput } from '../suppression/settle.ts'
import type { Terms } from '../suppression/terms.ts'
import { updatedBaseline } from '../suppression/update-baseline.ts'
import { UsageError, type CommandContext } from './command.ts'

/** What is typed about the baseline. */
export interface BaselineWords {
  /** A file, false for `--no-baseline`, undefined for the usual one. */
  readonly baseline?: string | false
  readonly updateBaseline?: boolean
}

const USUAL_NAME = 'hookbook-baseline.json'

/** The file of the baseline; undefined where there is none to hold against. */
export function baselineFile(
  { baseline, updateBaseline }: BaselineWords,
  { project }: Workspace,
  files: HostFiles,
): string | undefined {
  if (baseline === false) {
    if (updateBaseline !== true) return undefined
    throw new UsageError('--update-baseline and --no-baseline contradict each other')
  }
  const usual = joinPath(folderOf(project?.file ?? ''), USUAL_NAME)
  const file = baseline ?? usual
  if (updateBaseline === true || files.readText(file) !== undefined) return file
  if (baseline === undefined) return undefined
  throw new UsageError(`there is no baseline "${file}"; --update-baseline makes one`)
}

/** Reads the baseline that findings are held against; one that is not there is empty. */
export function openBaseline(
  { baseline: path, folder }: Terms,
  files: HostFiles,
): OpenBaseline | undefined {
  if (path === undefined) return undefined
  const text = files.readText(path)
  if (text === undefined) return { entries: [], file: { path, text: '' }, folder }
  const baseline = parseBaseline(text)
  if (baseline !== undefined) return { ...baseline, file: { path, text }, folder }
  throw new UsageError(
    `"${path}" is no baseline of this version of hookbook; remove it and run with --update-baseline`,
  )
}

/** Writes everything that is open into the baseline, and says so; gives what was written. */
export function writeBaseline(
  input: SettleInput,
  { host, options }: CommandContext,
): OpenBaseline | undefined {
  const { baseline } = input
  if (baseline === undefined) return undefined
  const { file, folder } = baseline
  const entries = updatedBaseline(input, baseline, folder)
  const text = printBaseline(entries)
  if (text !== file.text) host.files.writeText(file.path, text)
  if (!options.quiet) {
    const count = entries.reduce((sum, entry) => sum + entry.count, 0)
    host.stderr.write(`hookbook: ${plural(count, 'finding')} in the baseline ${file.path}\n`)
  }
  return { file: { ...file, text }, folder, entries }
}
