import type { RootContent } from 'mdast'
import { isBroken } from '../../compatibility/compatibility.ts'
import { countBySeverity } from '../../diagnostic/severity.ts'
import type { Change } from '../../diff/change.ts'
import { heading, list, strong, type Line } from '../markdown/nodes.ts'
import { plural, problems } from '../summary.ts'
import type { Comment, Comparison } from './comment.ts'
import { countByActor } from './hand-steps.ts'
import type { SharedStep } from './shared-steps.ts'

type Compared = Extract<Comparison, { readonly status: 'compared' }>

/** What a reader must know who reads nothing else: what is to do by hand, what breaks, what was found. */
export function headline(comment: Comment, byHand: readonly SharedStep[]): readonly RootContent[] {
  return [
    heading(2, `${signOf(comment)} hookbook: ${comment.project}`),
    list([handLine(comment, byHand), breakingLine(comment, byHand), checksLine(comment)]),
  ]
}

function signOf({ findings, comparison }: Comment): string {
  const { error, warning } = countBySeverity(findings)
  if (error > 0) return '❌'
  const isDoubtful = comparison.status === 'not-compared' || needsCare(comparison)
  return warning > 0 || isDoubtful ? '❗' : '✅'
}

/** Anything that somebody should look at before this goes on. */
function needsCare({ changes, compatibility, notCompared }: Compared): boolean {
  return (
    notCompared.length > 0 ||
    changes.some(({ impact }) => impact === 'breaking') ||
    compatibility.some(({ verdict }) => isBroken(verdict) || verdict.status === 'unknown')
  )
}

function handLine({ comparison }: Comment, byHand: readonly SharedStep[]): Line {
  if (comparison.status === 'not-compared')
    return [strong('To do in Marketo: not known.'), ` ${comparison.reason}`]
  const { notCompared } = comparison
  const unread = `of ${named(notCompared.map(({ program }) => program))}, which cannot be read`
  if (byHand.length === 0) {
    return notCompared.length === 0
      ? [strong('To do in Marketo: nothing.')]
      : [strong('To do in Marketo: not known'), ` ${unread}; nothing of the others.`]
  }
  const environments = [...new Set(byHand.flatMap((shared) => shared.environments))]
  const doubt = notCompared.length === 0 ? '' : ` Not known ${unread}.`
  return [
    strong(`To do in Marketo: ${countByActor(byHand)}.`),
    ` In ${named(environments)}, listed below.${doubt}`,
  ]
}

function breakingLine({ comparison }: Comment, byHand: readonly SharedStep[]): Line {
  if (comparison.status === 'not-compared') return [strong('Breaking: not known.')]
  const { changes, compatibility, base } = comparison
  const broken = compatibility.filter(({ verdict }) => isBroken(verdict))
  const breaking = changes.filter(({ impact }) => impact === 'breaking')
  const doubt = doubtWords(comparison)
  if (broken.length > 0 || breaking.length > 0) {
    const parts = [
      ...(broken.length === 0 ? [] : [plural(broken.length, 'broken contract')]),
      ...(breaking.length === 0
        ? []
        : [`${breaking.length} of ${plural(changes.length, 'change')}`]),
    ]
    return [
      strong(`Breaking: ${parts.join(', ')}.`),
      ` ${byHand.length === 0 ? '' : whoIsFirst(breaking)}Compared with ${base}.${doubt}`,
    ]
  }
  return [strong(quietWords(comparison)), ` compared with ${base}.${doubt}`]
}

function quietWords({ changes, notCompared }: Compared): string {
  if (changes.length > 0) return `Not breaking: ${plural(changes.length, 'change')},`
  return notCompared.length > 0
    ? 'Nothing is known to change in Marketo,'
    : 'Nothing changes in Marketo,'
}

function doubtWords({ compatibility, notCompared }: Compared): string {
  const unknown = compatibility.filter(({ verdict }) => verdict.status === 'unknown')
  const parts = [
    ...(unknown.length === 0 ? [] : [plural(unknown.length, 'contract')]),
    ...(notCompared.length === 0 ? [] : [plural(notCompared.length, 'program')]),
  ]
  return parts.length === 0 ? '' : ` Of ${parts.join(' and ')} it is not known.`
}

function whoIsFirst(breaking: readonly Change[]): string {
  const rollouts = new Set(breaking.map(({ rollout }) => rollout))
  if (rollouts.has('endpoint-first') && rollouts.has('marketo-first'))
    return 'Some first at the endpoint, some first in Marketo: see below. '
  if (rollouts.has('endpoint-first')) return 'First the endpoint, then Marketo. '
  return rollouts.has('marketo-first') ? 'First Marketo, then the endpoint. ' : ''
}

function checksLine({ findings, tests }: Comment): Line {
  return [strong(`Checks: ${problems({ diagnostics: findings })};`), ` ${testsWords(tests)}.`]
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
