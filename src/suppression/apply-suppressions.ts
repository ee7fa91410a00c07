import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Suppressed, SuppressedRule, Suppression } from './suppression.ts'

/** Findings with those that are accepted set apart. */
export interface Applied {
  readonly left: readonly Diagnostic[]
  readonly suppressed: readonly Suppressed[]
  /** The ids in comments that had something to suppress, also those of comments whose day has passed. */
  readonly used: ReadonlySet<SuppressedRule>
}

export interface ApplyOptions {
  /** As 2026-12-01: a suppression whose day lies before it holds no longer. */
  readonly today: string
  readonly maySuppress: (rule: string) => boolean
}

/** Sets apart the findings that comments accept. */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  { today, maySuppress }: ApplyOptions,
): Applied {
  const left: Diagnostic[] = []
  const suppressed: Suppressed[] = []
  const used = new Set<SuppressedRule>()
  for (const diagnostic of diagnostics) {
    const own = maySuppress(diagnostic.rule) ? matching(diagnostic, suppressions) : []
    for (const { rule } of own) used.add(rule)
    const holding = own.find(({ suppression }) => !isOver(suppression, today))
    if (holding === undefined) left.push(diagnostic)
    else {
      const { reason } = holding.suppression
      suppressed.push({ diagnostic, kind: 'inSource', reason })
    }
  }
  return { left, suppressed, used }
}

/** True from the day after the last on which a suppression holds. */
export function isOver({ until }: Suppression, today: string): boolean {
  return until !== undefined && until < today
}

interface Match {
  readonly suppression: Suppression
  readonly rule: SuppressedRule
}

function matching(
  { rule: id, at }: Diagnostic,
  suppressions: readonly Suppression[],
): readonly Match[] {
  return suppressions.flatMap((suppression) => {
    const { covers, rules } = suppression
    const rule = rules.find((each) => each.id === id)
    if (rule === undefined || covers === undefined || covers.file !== at.file) return []
    return at.start >= covers.start && at.start <= covers.end ? [{ suppression, rule }] : []
  })
}
