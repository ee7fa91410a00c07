import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { SourceFile } from '../source/source-file.ts'
import { applySuppressions } from './apply-suppressions.ts'
import type { Baseline, BaselineEntry } from './baseline.ts'
import { judgeSuppressions } from './judge-suppressions.ts'
import type { KnownChecks } from './known-checks.ts'
import { matchBaseline } from './match-baseline.ts'
import { readSuppressions } from './read-suppressions.ts'
import type { Suppressed } from './suppression.ts'

/** What it takes to tell accepted findings from others. */
export interface SettleInput {
  readonly diagnostics: readonly Diagnostic[]
  /** The sources of the findings, whose comments are read. */
  readonly files: readonly SourceFile[]
  /** As 2026-12-01. */
  readonly today: string
  readonly known: KnownChecks
  /** True for rules of which everything was looked at: only they can tell that nothing was there. */
  readonly isJudged: (rule: string) => boolean
  readonly baseline: OpenBaseline | undefined
}

/** A baseline as it was read. */
export interface OpenBaseline extends Baseline {
  readonly file: SourceFile
  /** The project's folder. */
  readonly folder: string
}

export interface Settled {
  /** What is left, with what is wrong with suppressions and the baseline. */
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly Suppressed[]
}

/** Sets apart what comments and the baseline accept, and judges both. */
export function settle(input: SettleInput): Settled {
  const { diagnostics, files, today, known, isJudged, baseline } = input
  const maySuppress = (rule: string): boolean => known.suppressible.has(rule)
  const { suppressions, problems } = readSuppressions(files)
  const applied = applySuppressions(diagnostics, suppressions, { today, maySuppress })
  const judged = judgeSuppressions(suppressions, { known, today, used: applied.used, isJudged })
  const open = applied.left.filter(({ rule }) => maySuppress(rule))
  const others = applied.left.filter(({ rule }) => !maySuppress(rule))
  const { left, suppressed, stale } =
    baseline === undefined
      ? { left: open, suppressed: [], stale: [] }
      : matchBaseline(open, baseline, { files, folder: baseline.folder })
  return {
    diagnostics: orderDiagnostics([
      ...left,
      ...others,
      ...problems,
      ...judged,
      ...staleEntries(stale, input),
    ]),
    suppressed: [...applied.suppressed, ...suppressed],
  }
}

/** One finding for all of them: one command mends it. */
function staleEntries(
  entries: readonly BaselineEntry[],
  { baseline, isJudged }: SettleInput,
): readonly Diagnostic[] {
  const stale = entries.filter(({ rule }) => isJudged(rule))
  const [first] = stale
  if (first === undefined || baseline === undefined) return []
  const { path, text } = baseline.file
  const start = Math.max(0, text.indexOf(`"${first.fingerprint}"`))
  const end = start === 0 ? 0 : start + first.fingerprint.length + 2
  return [
    {
      rule: 'baseline-needed',
      severity: 'warning',
      at: { file: path, start, end },
      message:
        stale.length === 1
          ? 'an entry of the baseline stands for a finding that is gone'
          : `${stale.length} entries of the baseline stand for findings that are gone`,
      effect: `the same mistake could come back without being told: ${first.rule} in ${first.file}`,
      help: 'run the same command with --update-baseline',
    },
  ]
}
