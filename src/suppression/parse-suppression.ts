import type { Span } from '../base/span.ts'
import { nearest } from '../base/nearest.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { isDay } from '../model/review.ts'
import type { SourceComment } from '../source/read-comments.ts'
import type { Suppression } from './suppression.ts'

const WORD = 'hookbook-ignore'
const FORM = `# ${WORD} <rule>[, <rule>] -- <reason> [until 2026-12-01]`

export type ParsedSuppression =
  | { readonly status: 'suppression'; readonly suppression: Omit<Suppression, 'covers'> }
  | { readonly status: 'problem'; readonly problem: Diagnostic }
  /** Any other comment. */
  | { readonly status: 'none' }

/** True where it is worth reading a file's comments. */
export function mayHoldSuppression(text: string): boolean {
  return /#[ \t]*hookbook[-_]/i.test(text)
}

/** `# hookbook-ignore https-url, known-token -- why until 2026-12-01` */
export function parseSuppression({ at, text }: SourceComment): ParsedSuppression {
  const [, word = '', rest = ''] = /^#+[ \t]*(hookbook[-_][\w-]*):?([^]*)$/i.exec(text) ?? []
  if (word === '') return { status: 'none' }
  if (word !== WORD) return misspelt(at, word)
  const [, names = '', told] = /^([^]*?)(?:\s--(?:\s+([^]*))?)?$/.exec(rest) ?? []
  const rules = rulesOf(names, { ...at, start: at.end - rest.length })
  if (rules.length === 0) return problem(at, 'the suppression names no rule')
  const { reason, until } = readReason(told ?? '')
  if (until !== undefined && !isDay(until)) {
    return problem(at, `"${until}" is no day`, 'write the day as 2026-12-01')
  }
  if (reason === '') {
    return problem(at, 'the suppression says no reason', `write behind the rules: -- <why>`)
  }
  return { status: 'suppression', suppression: { at, rules, reason, until } }
}

function rulesOf(names: string, { file, start }: Span): Suppression['rules'] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    at: { file, start: start + index, end: start + index + id.length },
  }))
}

/** "until" at the end, before something that is meant as a day, is no part of the reason. */
function readReason(told: string): Pick<Suppression, 'reason' | 'until'> {
  const [, reason, until] = /^([^]*?)\buntil\s+([0-9][0-9./-]*)\s*$/.exec(told) ?? []
  return { reason: (reason ?? told).trim(), until }
}

/** Any other word of ours may be a note; one that is nearly right was meant. */
function misspelt(at: Span, word: string): ParsedSuppression {
  const [prefix, meant] = ['hookbook-', 'ignore']
  if (nearest(word.slice(prefix.length), [meant]) === undefined) return { status: 'none' }
  return problem(at, `"${word}" suppresses nothing`, `did you mean "${WORD}"?`)
}

function problem(at: Span, message: string, help: string = `write: ${FORM}`): ParsedSuppression {
  return {
    status: 'problem',
    problem: { rule: 'suppression-complete', severity: 'error', at, message, help },
  }
}
