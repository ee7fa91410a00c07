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

/** Prints the page of a rule, or the sentence of a check; without an id, the list of all. */
export async function explainRule(
  id: string | undefined,
  { host }: CommandContext,
): Promise<number> {
  host.stdout.write(id === undefined ? listAll() : pageOf(id))
  return EXIT.clean
}

/** Everything that can be found, with its good state. */
function summaries(): ReadonlyMap<string, string> {
  return new Map([
    ...RULES.map(({ id, summary }) => [id, summary] as const),
    ...Object.entries(LIVE_CHECKS),
    ...CONTRACT_CHECKS,
    ...FILE_CHECKS,
    ...Object.entries(COVERAGE_CHECKS),
    ...Object.entries(DEFINITION_CHECKS),
    ...Object.entries(PAGE_CHECKS),
  ])
}

function listAll(): string {
  const entries = [...summaries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const width = Math.max(...entries.map(([id]) => id.length))
  return entries.map(([id, summary]) => `${id.padEnd(width)}  ${summary}\n`).join('')
}

function pageOf(id: string): string {
  if (RULES.some((rule) => rule.id === id)) {
    return readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8')
  }
  const summary = summaries().get(id)
  if (summary === undefined)
    throw new UsageError(unknown('rule or check', id, [...summaries().keys()]))
  return `# ${id}\n\nThe good state: ${summary}.\n`
}
