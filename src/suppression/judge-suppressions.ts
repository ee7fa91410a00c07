import { nearest } from '../base/nearest.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { isOver, type Applied } from './apply-suppressions.ts'
import type { KnownChecks } from './known-checks.ts'
import type { SuppressedRule, Suppression } from './suppression.ts'

export interface Judging {
  readonly known: KnownChecks
  readonly today: string
  readonly used: Applied['used']
  /** True for rules of which everything was looked at: only they can tell that nothing was there. */
  readonly isJudged: (rule: string) => boolean
}

/** What is wrong with suppressions that can be read: names, days, and that nothing is there to suppress. */
export function judgeSuppressions(
  suppressions: readonly Suppression[],
  judging: Judging,
): readonly Diagnostic[] {
  return suppressions.flatMap((suppression) => {
    const { rules } = suppression
    const unknown = rules.flatMap((rule) => nameProblem(rule, judging.known))
    const named = rules.filter(({ id }) => judging.known.suppressible.has(id))
    const over = isOver(suppression, judging.today) && named.length > 0
    if (over) return [...unknown, tooLate(suppression, named, judging)]
    const idle = named.filter((rule) => !judging.used.has(rule) && judging.isJudged(rule.id))
    return [...unknown, ...idle.map((rule) => needless(rule, suppression))]
  })
}

function nameProblem({ id, at }: SuppressedRule, known: KnownChecks): readonly Diagnostic[] {
  if (known.suppressible.has(id)) return []
  if (known.others.has(id)) {
    const message = `"${id}" cannot be suppressed`
    const help = 'mend what it finds: it says that something cannot be read, or is not up to date'
    return [{ rule: 'suppression-names-rule', severity: 'error', at, message, help }]
  }
  const meant = nearest(id, known.suppressible)
  const help =
    meant === undefined ? '"hookbook explain" lists what there is' : `did you mean "${meant}"?`
  const message = `there is no rule or check "${id}"`
  return [{ rule: 'suppression-names-rule', severity: 'error', at, message, help }]
}

function tooLate(
  { at, until = '' }: Suppression,
  named: readonly SuppressedRule[],
  { used, isJudged }: Judging,
): Diagnostic {
  const isIdle = named.every((rule) => !used.has(rule) && isJudged(rule.id))
  return {
    rule: 'suppression-in-time',
    severity: 'warning',
    at,
    message: `the suppression held until ${until}`,
    effect: 'it suppresses nothing any more',
    help: isIdle
      ? 'remove the comment: there is nothing left to suppress'
      : 'mend what it suppressed, or give it another day and say why',
  }
}

function needless({ id, at }: SuppressedRule, { covers, rules }: Suppression): Diagnostic {
  const what = rules.length === 1 ? 'the comment' : `"${id}" from the comment`
  return {
    rule: 'suppression-needed',
    severity: 'warning',
    at,
    message:
      covers === undefined
        ? `nothing follows that "${id}" could be suppressed in`
        : `"${id}" finds nothing here that could be suppressed`,
    help: `remove ${what}, or put it before what it is about`,
  }
}
