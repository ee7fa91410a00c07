import { readFileSync } from 'node:fs'
import { CONTRACT_CHECKS, FILE_CHECKS } from '../../contract/all-checks.ts'
import { COVERAGE_CHECKS } from '../../contract/coverage-reached.ts'
import { LIVE_CHECKS } from '../../contract/live/live-checks.ts'
import { RULES } from '../../lint/rules.ts'
import { DEFINITION_CHECKS } from '../../model/definition-checks.ts'
import { PAGE_CHECKS } from '../../site/page-checks.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { unknown } from '../open-project.ts'
import { listChecks, type CheckGroup } from './list-checks.ts'

/** Prints the page of a rule, or the sentence of a check; without an id, the list of all. */
export async function explainRule(
  id: string | undefined,
  { host }: CommandContext,
): Promise<number> {
  host.stdout.write(id === undefined ? listChecks(OTHERS) : pageOf(id))
  return EXIT.clean
}

/** What is no lint rule, by the command or the time at which it is found. */
const OTHERS: readonly CheckGroup[] = [
  { title: 'reading definitions', checks: Object.entries(DEFINITION_CHECKS) },
  { title: 'contract tests', checks: [...CONTRACT_CHECKS, ...FILE_CHECKS] },
  { title: 'contract tests of live endpoints', checks: Object.entries(LIVE_CHECKS) },
  { title: 'coverage of contract tests', checks: Object.entries(COVERAGE_CHECKS) },
  { title: 'pages', checks: Object.entries(PAGE_CHECKS) },
]

function pageOf(id: string): string {
  if (RULES.some((rule) => rule.id === id)) {
    return readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8')
  }
  const checks = OTHERS.flatMap((group) => group.checks)
  const summary = checks.find(([name]) => name === id)?.[1]
  if (summary === undefined) {
    const known = [...RULES.map((rule) => rule.id), ...checks.map(([name]) => name)]
    throw new UsageError(unknown('rule or check', id, known))
  }
  return `# ${id}\n\nThe good state: ${summary}.\n`
}
