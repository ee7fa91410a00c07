import { compareText } from '../../base/compare.ts'
import { hideInData } from '../../base/hide-texts.ts'
import type { Change } from '../../diff/change.ts'
import { diffEnvironments } from '../../diff/diff-environments.ts'
import { diffNotes, type NotesByProgram } from '../../diff/diff-notes.ts'
import { diffWorkspaces } from '../../diff/diff-workspaces.ts'
import { orderChanges } from '../../diff/order-changes.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import type { Workspace } from '../../model/workspace.ts'
import type { DiffReport } from '../../report/diff/diff-report.ts'
import { writeJsonDiff } from '../../report/diff/write-json.ts'
import { writeMarkdownDiff } from '../../report/diff/write-markdown.ts'
import { writePrettyDiff } from '../../report/diff/write-pretty.ts'
import { UsageError, type CommandContext } from '../command.ts'
import type { DiffWords } from '../diff-words.ts'
import { EXIT } from '../exit-codes.ts'
import { openProject, unknown } from '../open-project.ts'
import { UnknownRevisionError } from '../open-repository.ts'
import { openSides, workingTree, type Side, type Sides } from '../open-sides.ts'
import { printForms } from '../print-report.ts'
import { readableSides } from '../readable-sides.ts'

interface Wanted extends DiffWords {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Prints what differs in meaning; writes nothing but the report itself. */
export async function showChanges(wanted: Wanted, context: CommandContext): Promise<number> {
  const report = narrow(await compare(wanted, context), wanted)
  await printForms(
    [
      { name: 'pretty', write: (isColored) => writePrettyDiff(report, isColored) },
      { name: 'markdown', write: () => writeMarkdownDiff(report) },
      { name: 'json', write: () => writeJsonDiff(report) },
    ],
    'diff',
    context,
  )
  if (report.notCompared.length > 0) return EXIT.findings
  return wanted.exitCode === true && report.changes.length > 0 ? EXIT.changes : EXIT.clean
}

async function compare(wanted: Wanted, context: CommandContext): Promise<DiffReport> {
  if (wanted.environments !== undefined) return betweenEnvironments(wanted, context)
  return betweenRevisions(await openRevisions(wanted, context))
}

/** Other commands take programs where this one takes revisions. */
async function openRevisions({ from, to }: Wanted, context: CommandContext): Promise<Sides> {
  try {
    return await openSides(context, from, to)
  } catch (error) {
    if (!(error instanceof UnknownRevisionError)) throw error
    const { programs } = openProject(context)
    const meant = [from, to].find((word) => programs.some(({ id }) => id === word))
    if (meant === undefined) throw error
    const hint = `to look at one program: --program ${meant}`
    throw new UsageError(`there is no revision "${meant}"; ${hint}`)
  }
}

/** Credentials that are typed into a definition are hidden, whichever end they stand in. */
export function betweenRevisions(sides: Sides): DiffReport {
  const { base, head, notCompared } = readableSides(sides)
  const changes = [
    ...diffWorkspaces(base.workspace, head.workspace),
    ...diffNotes(notesOf(base), notesOf(head)),
  ]
  return reportOf(base, head, {
    compared: 'revisions',
    changes: orderChanges(changes),
    notCompared,
  })
}

async function betweenEnvironments(wanted: Wanted, context: CommandContext): Promise<DiffReport> {
  const [from, to, third] = wanted.environments ?? []
  if (from === undefined || to === undefined || third !== undefined) {
    throw new UsageError('--environments takes two: --environments sandbox-emea prod-emea')
  }
  if (wanted.to !== undefined) {
    throw new UsageError(`--environments compares within one revision: leave out "${wanted.to}"`)
  }
  const side =
    wanted.from === undefined
      ? workingTree(context)
      : (await openSides(context, wanted.from, wanted.from)).head
  const { head, notCompared } = readableSides({ base: side, head: side })
  for (const id of [from, to]) checkKnown('environment', id, environmentsOf([head.workspace]))
  const changes = diffEnvironments(head.workspace, from, to)
  const [base, other] = [from, to].map((name) => ({ ...head, name }))
  if (base === undefined || other === undefined) throw new Error('two ends have two names')
  return reportOf(base, other, { compared: 'environments', changes, notCompared })
}

function reportOf(
  base: Side,
  head: Side,
  found: Pick<DiffReport, 'compared' | 'changes' | 'notCompared'>,
): DiffReport {
  const hidden = [base, head].flatMap(({ workspace }) => hiddenTexts(workspace).texts)
  const longestFirst = [...new Set(hidden)].sort((a, b) => b.length - a.length)
  return {
    compared: found.compared,
    from: { name: base.name, files: base.workspace.files },
    to: { name: head.name, files: head.workspace.files },
    environments: environmentsByProgram([base.workspace, head.workspace]),
    changes: hideInData(found.changes, longestFirst),
    notCompared: hideInData(found.notCompared, longestFirst),
  }
}

function environmentsByProgram(workspaces: readonly Workspace[]): DiffReport['environments'] {
  const found = new Map<string, Set<string>>()
  for (const { id, deployments } of workspaces.flatMap(({ programs }) => programs)) {
    const known = found.get(id) ?? new Set()
    for (const { environment } of deployments) known.add(environment)
    found.set(id, known)
  }
  return Object.fromEntries([...found].map(([id, names]) => [id, [...names].sort(compareText)]))
}

/** The notes that a team writes beside a program, by its id. */
function notesOf({ workspace, readText }: Side): NotesByProgram {
  return new Map(
    workspace.programs.map(({ id, folder }) => {
      const file = `${folder}/notes.md`
      const text = readText(file)
      return [id, text === undefined ? undefined : { file, text }] as const
    }),
  )
}

function narrow(report: DiffReport, { env, program = [] }: Wanted): DiffReport {
  const programs = Object.keys(report.environments)
  for (const id of program) checkKnown('program', id, programs)
  if (env !== undefined) checkKnown('environment', env, Object.values(report.environments).flat())
  const isWanted = (id: string): boolean => program.length === 0 || program.includes(id)
  const changes = report.changes
    .filter((change) => isWanted(change.program))
    .filter(({ environments }) => env === undefined || environments.includes(env))
    .map((change): Change => (env === undefined ? change : { ...change, environments: [env] }))
  const notCompared = report.notCompared.filter((each) => isWanted(each.program))
  const environments =
    env === undefined
      ? report.environments
      : Object.fromEntries(programs.map((id) => [id, [env]] as const))
  return { ...report, changes, notCompared, environments }
}

function environmentsOf(workspaces: readonly Workspace[]): readonly string[] {
  return workspaces.flatMap(({ project }) => project?.environments.map(({ id }) => id.value) ?? [])
}

function checkKnown(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new UsageError(unknown(what, name, [...new Set(known)].sort()))
}
