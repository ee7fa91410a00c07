import { readFileSync } from 'node:fs'
import { packageFile } from '../../host/package-file.ts'
import { RULES } from '../../lint/rules.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { CHECK_GROUPS } from '../known-checks.ts'
import { unknown } from '../open-project.ts'
import { listChecks } from './list-checks.ts'

/** Prints the page of a rule, or the sentence of a check; without an id, the list of all. */
export async function explainRule(
  id: string | undefined,
  { host }: CommandContext,
): Promise<number> {
  host.stdout.write(id === undefined ? listChecks(CHECK_GROUPS) : pageOf(id))
  return EXIT.clean
}

function pageOf(id: string): string {
  if (RULES.some((rule) => rule.id === id)) {
    return readDocument(`rules/${id}.md`)
  }
  const page = CHECK_GROUPS.find(({ checks: own }) => own.some(([name]) => name === id))?.page
  const more = page === undefined ? '' : `\n${readDocument(page)}`
  const checks = CHECK_GROUPS.flatMap((group) => group.checks)
  const summary = checks.find(([name]) => name === id)?.[1]
  if (summary === undefined) {
    const known = [...RULES.map((rule) => rule.id), ...checks.map(([name]) => name)]
    throw new UsageError(unknown('rule or check', id, known))
  }
  return `# ${id}\n\nThe good state: ${summary}.\n${more}`
}

function readDocument(path: string): string {
  return readFileSync(packageFile(`docs/${path}`), 'utf8')
}
