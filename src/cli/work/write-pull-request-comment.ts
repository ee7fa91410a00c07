import { dayOf } from '../../model/review.ts'
import { bySeverity } from '../../report/by-severity.ts'
import type { Comment, Comparison } from '../../report/comment/comment.ts'
import { writeComment } from '../../report/comment/write-comment.ts'
import type { ShownFinding } from '../../report/markdown/findings.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { compareSides, environmentsOf } from '../comment/compare-sides.ts'
import { ownFindings } from '../comment/own-findings.ts'
import { readResults, type Results } from '../comment/read-results.ts'
import { EXIT } from '../exit-codes.ts'
import { openProject, unknown } from '../open-project.ts'
import { openSides, type Sides } from '../open-sides.ts'
import { progressLine } from '../progress.ts'

/** What `comment` takes on the command line. */
export interface CommentWords {
  readonly results?: readonly string[]
  readonly env?: string
  readonly artifact?: string
  readonly id?: string
  readonly out?: string
}

interface Wanted extends CommentWords {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Prints the comment of a pull request; nothing is sent anywhere, and only `--out` is written. */
export async function writePullRequestComment(
  wanted: Wanted,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  const workspace = openProject(context)
  const results = wanted.results === undefined ? undefined : readResults(wanted.results, context)
  const own = results?.hasChecked === true ? [] : await ownFindings(workspace, context)
  const comment: Comment = {
    project: wanted.id ?? workspace.project?.name.value ?? '',
    findings: bySeverity(eachOnce([...own, ...(results?.findings ?? [])])),
    tests: testsIn(results, wanted.env),
    comparison: await compare(wanted, context),
    again: [sameAgain(wanted), ...(results?.commands ?? [])],
    artifact: wanted.artifact,
  }
  const text = writeComment(comment)
  if (wanted.out === undefined) host.stdout.write(text)
  else host.files.writeText(wanted.out, text)
  return EXIT.clean
}

/** That nothing can be compared is told in the comment: what was found is worth reading all the same. */
async function compare(wanted: Wanted, context: CommandContext): Promise<Comparison> {
  const { host, options } = context
  const sides = await ends(wanted, context)
  if (sides instanceof UsageError) return notCompared(sides)
  checkKnown(wanted.env, sides)
  const progress = progressLine(host, options.quiet)
  try {
    const today = dayOf(host.now())
    return compareSides(sides, { environment: wanted.env, today, progress })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return notCompared(error)
  } finally {
    progress.done()
  }
}

/** A revision that was typed must be there; where none was, there may be nothing to compare with. */
async function ends({ from, to }: Wanted, context: CommandContext): Promise<Sides | UsageError> {
  try {
    return await openSides(context, from, to)
  } catch (error) {
    if (!(error instanceof UsageError) || from !== undefined) throw error
    return error
  }
}

function notCompared({ message }: UsageError): Comparison {
  const reason = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
  return { status: 'not-compared', reason }
}

function checkKnown(env: string | undefined, sides: Sides): void {
  const known = environmentsOf(sides)
  if (env !== undefined && !known.includes(env))
    throw new UsageError(unknown('environment', env, known))
}

/** Without files, which another machine has elsewhere. */
function sameAgain({ from, to, env, id }: Wanted): string {
  const options = [
    ...(env === undefined ? [] : ['--env', env]),
    ...(id === undefined ? [] : ['--id', id]),
  ]
  return ['hookbook comment', from, to, ...options].filter((word) => word !== undefined).join(' ')
}

function testsIn(results: Results | undefined, env: string | undefined): Comment['tests'] {
  if (results === undefined || results.tests.length === 0) return undefined
  return results.tests.filter(({ environment }) => env === undefined || environment === env)
}

/** Reports and the linting here may say the same. */
function eachOnce(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  const found = new Map<string, ShownFinding>()
  for (const finding of findings) {
    const { rule, place, message } = finding
    const key = JSON.stringify([rule, place, message])
    if (!found.has(key)) found.set(key, finding)
  }
  return [...found.values()]
}
