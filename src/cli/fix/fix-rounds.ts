import type { Diagnostic, Fix } from '../../diagnostic/finding.ts'
import { applyFixes, compatibleFixes } from '../../source/apply-fixes.ts'
import type { SourceFile } from '../../source/source-file.ts'

/** Texts that stand in the place of those on the disk, by path. */
export type Texts = ReadonlyMap<string, string>

/** What the linter says of some texts. */
export interface Looked {
  readonly files: readonly SourceFile[]
  /** What is open: nothing that somebody has accepted. */
  readonly diagnostics: readonly Diagnostic[]
}

export type Look = (texts: Texts) => Promise<Looked>

/** A finding, in the text that it was found in. */
export interface Fixed {
  readonly diagnostic: Diagnostic
  readonly files: readonly SourceFile[]
}

export interface FixOutcome {
  readonly texts: Texts
  readonly fixed: readonly Fixed[]
  /** Fixes that were left out, because something that was sound would be an error then. */
  readonly refused: readonly Fixed[]
}

/** What a fix may bring about: nothing, or an error that has a fix of its own. */
type Tolerance = 'none' | 'fixable'

/** A fix may make room for the next; rules that undo each other must come to an end. */
const MOST_ROUNDS = 10

/**
 * Makes fixes until none is left, and none by which anything becomes an error that was none.
 * A mended token may have a name that is mended next; where it is not, nothing of the kind is done.
 */
export async function fixInRounds(look: Look): Promise<FixOutcome> {
  const start = await look(new Map())
  const outcome = await fixWith('fixable', start, look)
  const end = await look(outcome.texts)
  return bringsErrors(start, end, 'none') ? await fixWith('none', start, look) : outcome
}

async function fixWith(tolerance: Tolerance, start: Looked, look: Look): Promise<FixOutcome> {
  let texts: Texts = new Map()
  const fixed: Fixed[] = []
  let refused: readonly Fixed[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = round === 0 ? start : await look(texts)
    const candidates = compatibleFixes(before.diagnostics.flatMap(fixOf))
    const made = await soundFixes([], candidates, { before, texts, look, tolerance })
    const found = ({ diagnostic }: FixOfFinding): Fixed => ({ diagnostic, files: before.files })
    refused = candidates.filter((fix) => !made.includes(fix)).map(found)
    if (made.length === 0) break
    texts = new Map([...texts, ...applyFixes(before.files, made)])
    fixed.push(...made.map(found))
  }
  return { texts, fixed, refused }
}

interface FixOfFinding extends Fix {
  readonly diagnostic: Diagnostic
}

function fixOf(diagnostic: Diagnostic): readonly FixOfFinding[] {
  return diagnostic.fix === undefined ? [] : [{ ...diagnostic.fix, diagnostic }]
}

interface Round {
  readonly before: Looked
  readonly texts: Texts
  readonly look: Look
  readonly tolerance: Tolerance
}

/** The candidates that do no harm beside those of `made`: all of them, or what halving leaves of them. */
async function soundFixes(
  made: readonly FixOfFinding[],
  candidates: readonly FixOfFinding[],
  round: Round,
): Promise<readonly FixOfFinding[]> {
  if (candidates.length === 0) return made
  const all = [...made, ...candidates]
  if (await isSound(all, round)) return all
  if (candidates.length === 1) return made
  const middle = Math.ceil(candidates.length / 2)
  const first = await soundFixes(made, candidates.slice(0, middle), round)
  return soundFixes(first, candidates.slice(middle), round)
}

async function isSound(
  fixes: readonly FixOfFinding[],
  { before, texts, look, tolerance }: Round,
): Promise<boolean> {
  const after = await look(new Map([...texts, ...applyFixes(before.files, fixes)]))
  return !bringsErrors(before, after, tolerance)
}

function bringsErrors(before: Looked, after: Looked, tolerance: Tolerance): boolean {
  const known = countErrors(before.diagnostics)
  const bad = after.diagnostics.filter(({ fix }) => tolerance === 'none' || fix === undefined)
  return [...countErrors(bad)].some(([error, count]) => count > (known.get(error) ?? 0))
}

/** Errors without their places, which move. */
function countErrors(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { severity, rule, at, message } of diagnostics) {
    if (severity !== 'error') continue
    const key = JSON.stringify([rule, at.file, message])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
