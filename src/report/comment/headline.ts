import type { RootContent } from 'mdast'
import { isBroken, type Compatibility } from '../../compatibility/compatibility.ts'
import { countBySeverity } from '../../diagnostic/severity.ts'
import type { Change } from '../../diff/change.ts'
import { heading, list, strong, type Line } from '../markdown/nodes.ts'
import { plural, problems } from '../summary.ts'
import type { Comment } from './comment.ts'
import type { SharedStep } from './shared-steps.ts'

/** What a reader must know who reads nothing else: what is to do by hand, what breaks, what was found. */
export function headline(comment: Comment, byHand: readonly SharedStep[]): readonly RootContent[] {
  return [
    heading(2, `${signOf(comment)} hookbook: ${comment.project}`),
    list([handLine(comment, byHand), breakingLine(comment), checksLine(comment)]),
  ]
}

function signOf({ findings, comparison }: Comment): string {
  const { error, warning } = countBySeverity(findings)
  if (error > 0) return '❌'
  const isDoubtful = comparison.status === 'not-compared' || isBreaking(comparison)
  return warning > 0 || isDoubtful ? '❗' : '✅'
}

function handLine({ comparison }: Comment, byHand: readonly SharedStep[]): Line {
  if (comparison.status === 'not-compared')
    return [strong('By hand: not known.'), ` ${comparison.reason}`]
  if (byHand.length === 0) return [strong('By hand: nothing.')]
  const environments = [...new Set(byHand.flatMap((shared) => shared.environments))]
  const where = `${plural(byHand.length, 'step')} in Marketo`
  return [strong(`By hand: ${where},`), ` in ${named(environments)}; they are listed below.`]
}

function breakingLine({ comparison }: Comment): Line {
  if (comparison.status === 'not-compared') return [strong('Breaking: not known.')]
  const { changes, compatibility, base } = comparison
  const since = `compared with ${base}`
  const broken = compatibility.filter(({ verdict }) => isBroken(verdict))
  const unknown = compatibility.filter(({ verdict }) => verdict.status === 'unknown')
  const breaking = changes.filter(({ impact }) => impact === 'breaking')
  const doubt =
    unknown.length === 0 ? '' : ` Of ${plural(unknown.length, 'contract')} it is not known.`
  if (broken.length > 0 || breaking.length > 0) {
    const parts = [
      ...(broken.length === 0 ? [] : [plural(broken.length, 'broken contract')]),
      ...(breaking.length === 0
        ? []
        : [`${breaking.length} of ${plural(changes.length, 'change')}`]),
    ]
    return [
      strong(`Breaking: ${parts.join(', ')}.`),
      ` ${first(breaking)}${sentence(since)}${doubt}`,
    ]
  }
  if (changes.length === 0) return [strong('Nothing changes in Marketo,'), ` ${since}.${doubt}`]
  return [strong(`Not breaking: ${plural(changes.length, 'change')},`), ` ${since}.${doubt}`]
}

function isBreaking({
  changes,
  compatibility,
}: {
  readonly changes: readonly Change[]
  readonly compatibility: readonly Compatibility[]
}): boolean {
  return (
    changes.some(({ impact }) => impact === 'breaking') ||
    compatibility.some(({ verdict }) => verdict.status !== 'compatible')
  )
}

/** Who goes first, where it matters. */
function first(breaking: readonly Change[]): string {
  const rollouts = new Set(breaking.map(({ rollout }) => rollout))
  if (rollouts.has('endpoint-first') && rollouts.has('marketo-first'))
    return 'Some first at the endpoint, some first in Marketo: see below. '
  if (rollouts.has('endpoint-first')) return 'First the endpoint, then Marketo. '
  return rollouts.has('marketo-first') ? 'First Marketo, then the endpoint. ' : ''
}

function checksLine(comment: Comment): Line {
  const { findings, tests } = comment
  const tested = testsWords(tests)
  const verdict =
    findings.length === 0 ? 'Checks: no problems' : `Checks: ${problems({ diagnostics: findings })}`
  return [strong(`${verdict};`), ` ${tested}.`]
}

function testsWords(tests: Comment['tests']): string {
  if (tests === undefined) return 'contract tests were not run'
  const leads = tests.reduce((sum, result) => sum + result.leads, 0)
  const failed = tests.filter(({ failures }) => failures > 0).length
  const all = `${plural(tests.length, 'contract test')} with ${leads.toLocaleString('en-US')} leads`
  return failed === 0 ? `${all} passed` : `${failed} of ${all} failed`
}

/** How many names a line holds. */
const MOST_NAMED = 5

function named(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
