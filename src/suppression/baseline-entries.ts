import { fingerprint } from '../base/fingerprint.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { shownText } from '../source/hide-in-files.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { BaselineEntry } from './baseline.ts'
import { relativePath } from './relative-path.ts'

/** What entries are made from: the sources of findings, and the folder that paths are relative to. */
export interface BaselineSources {
  readonly files: readonly SourceFile[]
  readonly folder: string
}

const SHOWN_CHARACTERS = 120

/** Findings as a baseline. */
export function baselineOf(
  diagnostics: readonly Diagnostic[],
  sources: BaselineSources,
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>()
  const entryOf = baselineEntries(sources)
  for (const diagnostic of diagnostics) {
    const entry = entryOf(diagnostic)
    const before = isCounted(diagnostic) ? (entries.get(entry.fingerprint)?.count ?? 0) : 0
    entries.set(entry.fingerprint, { ...entry, count: before + 1 })
  }
  return [...entries.values()]
}

/** How many leads show a fault depends on the run: what they show counts as one. */
export function isCounted({ counterexample }: Diagnostic): boolean {
  return counterexample === undefined
}

/** Gives each finding the entry, of count one, that it would be in a baseline. */
export function baselineEntries({
  files,
  folder,
}: BaselineSources): (diagnostic: Diagnostic) => BaselineEntry {
  const shown = new Map<string, SourceFile>()
  const sourceOf = (path: string): SourceFile => {
    const known = shown.get(path)
    if (known !== undefined) return known
    const file = files.find((each) => each.path === path)
    const read = { path, text: file === undefined ? '' : shownText(file) }
    shown.set(path, read)
    return read
  }
  return ({ rule, at }) => {
    const lines = linesOf(sourceOf(at.file), at)
    const file = relativePath(folder, at.file)
    const [first = ''] = lines
    return {
      rule,
      file,
      source: first.slice(0, SHOWN_CHARACTERS).replace(/\p{Surrogate}/gu, '\ufffd'),
      fingerprint: fingerprint([rule, file, lines]).slice(0, 16),
      count: 1,
    }
  }
}

/** The lines of a finding, however they are indented and spaced. */
function linesOf(file: SourceFile, { start, end }: Diagnostic['at']): readonly string[] {
  const { text } = file
  const first = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', Math.max(start, end - 1))
  return text
    .slice(first, found === -1 ? text.length : found)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
}
