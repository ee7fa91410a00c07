import { COMPATIBILITY_CHECKS } from '../compatibility/compatibility-checks.ts'
import { CONTRACT_CHECKS, FILE_CHECKS } from '../contract/all-checks.ts'
import { CAPTURED_CHECKS } from '../contract/captured/captured-checks.ts'
import { COVERAGE_CHECKS } from '../contract/coverage-reached.ts'
import { LIVE_CHECKS } from '../contract/live/live-checks.ts'
import { GUARANTEE_CHECKS } from '../guarantee/guarantee-checks.ts'
import { RULES } from '../lint/rules.ts'
import { DEFINITION_CHECKS } from '../model/definition-checks.ts'
import { PAGE_CHECKS } from '../site/page-checks.ts'
import type { KnownChecks } from '../suppression/known-checks.ts'
import { SUPPRESSION_CHECKS } from '../suppression/suppression-checks.ts'
import { DUE_CHECKS } from './due/due-checks.ts'

/** Checks that belong together, each id with its good state. */
export interface CheckGroup {
  readonly title: string
  readonly checks: readonly (readonly [id: string, summary: string])[]
  /** False for what says that something cannot be read, or is not up to date. */
  readonly isSuppressible: boolean
  /** The page in `docs` that tells more, where there is one. */
  readonly page?: string
}

/** What is no lint rule, by the command or the time at which it is found. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
  group('reading definitions', Object.entries(DEFINITION_CHECKS), { isSuppressible: false }),
  group('accepting findings', Object.entries(SUPPRESSION_CHECKS), { isSuppressible: false }),
  group('contract tests', [...CONTRACT_CHECKS, ...FILE_CHECKS], { isSuppressible: true }),
  group('contract tests of live endpoints', Object.entries(LIVE_CHECKS), { isSuppressible: true }),
  group('contract tests of captured requests', Object.entries(CAPTURED_CHECKS), {
    isSuppressible: true,
  }),
  group('guarantees', Object.entries(GUARANTEE_CHECKS), {
    isSuppressible: true,
    page: 'guarantees.md',
  }),
  group('coverage of contract tests', Object.entries(COVERAGE_CHECKS), { isSuppressible: true }),
  group('comparing contracts', Object.entries(COMPATIBILITY_CHECKS), {
    isSuppressible: false,
    page: 'compatibility.md',
  }),
  group('pages', Object.entries(PAGE_CHECKS), { isSuppressible: false }),
  group('what is due', Object.entries(DUE_CHECKS), { isSuppressible: false }),
]

/** The ids of all rules and checks. */
export const KNOWN_CHECKS: KnownChecks = {
  suppressible: new Set([
    ...RULES.map(({ id }) => id),
    ...idsOf(CHECK_GROUPS.filter(({ isSuppressible }) => isSuppressible)),
  ]),
  others: new Set(idsOf(CHECK_GROUPS.filter(({ isSuppressible }) => !isSuppressible))),
}

function group(
  title: string,
  checks: CheckGroup['checks'],
  rest: Pick<CheckGroup, 'isSuppressible' | 'page'>,
): CheckGroup {
  return { title, checks, ...rest }
}

function idsOf(groups: readonly CheckGroup[]): readonly string[] {
  return groups.flatMap(({ checks }) => checks.map(([id]) => id))
}
