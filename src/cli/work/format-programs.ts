import type { Diagnostic } from '../../diagnostic/finding.ts'
import { hiddenTexts } from '../../lint/hidden-texts.ts'
import type { ProgramFamily, Workspace } from '../../model/workspace.ts'
import { plural } from '../../report/summary.ts'
import { formatYaml } from '../../source/format/format-yaml.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { RefusedError, UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import type { FormatWords } from '../format-words.ts'
import { openProject, selectPrograms } from '../open-project.ts'
import { printReport } from '../print-report.ts'
import { showPatch } from '../show-patch.ts'

/** Brings definitions into their one layout, or only says which are not in it. */
export async function formatPrograms(
  names: readonly string[],
  words: FormatWords,
  context: CommandContext,
): Promise<number> {
  if (names.includes('-')) return formatInput(names, words, context)
  const workspace = openProject(context)
  const files = filesOf(workspace, names)
  const outcome = formatAll(files)
  const isWritten = words.check !== true && words.diff !== true
  if (isWritten) {
    for (const { path, text } of outcome.changed) context.host.files.writeText(path, text)
  }
  tell(outcome, { words, total: files.length, workspace }, context)
  if (outcome.refused.length > 0) throw new RefusedError(outcome.refused.join('\n'))
  if (outcome.unreadable.length > 0) {
    const checked = [{ text: 'files that cannot be read are left as they are' }]
    return printReport({ diagnostics: outcome.unreadable, results: [], files, checked }, context)
  }
  return isWritten || outcome.changed.length === 0 ? EXIT.clean : EXIT.findings
}

/** Texts come in and go out; a text that cannot be read comes out as it was. */
async function formatInput(
  names: readonly string[],
  words: FormatWords,
  context: CommandContext,
): Promise<number> {
  const { host } = context
  if (names.length > 1) throw new UsageError('"-" stands for what comes in: name nothing beside it')
  const file = { path: '<stdin>', text: await host.readStdin() }
  const { changed, refused, unreadable } = formatAll([file])
  if (refused.length > 0) throw new RefusedError(refused.join('\n'))
  if (unreadable.length > 0) {
    const [first] = unreadable
    throw new UsageError(`what comes in cannot be read: ${first?.message ?? ''}`)
  }
  const text = changed[0]?.text ?? file.text
  if (words.diff === true)
    host.stdout.write(showPatch({ path: file.path, before: file.text, after: text }))
  else if (words.check !== true) host.stdout.write(text)
  const isPreview = words.diff === true || words.check === true
  return isPreview && changed.length > 0 ? EXIT.findings : EXIT.clean
}

/** The definitions of the programs that are named; of all, with the project file and the leads, when none is. */
function filesOf(workspace: Workspace, names: readonly string[]): readonly SourceFile[] {
  const files = workspace.files.filter(({ path }) => path.endsWith('.yaml'))
  if (names.length === 0) return files
  const programs = selectPrograms(workspace, names)
  const isOwn = ({ folder }: ProgramFamily, path: string): boolean => path.startsWith(`${folder}/`)
  return files.filter(({ path }) => programs.some((family) => isOwn(family, path)))
}

interface Formatted {
  readonly changed: readonly {
    readonly path: string
    readonly text: string
    readonly old: string
  }[]
  readonly refused: readonly string[]
  readonly unreadable: readonly Diagnostic[]
}

function formatAll(files: readonly SourceFile[]): Formatted {
  const results = files.map((file) => ({ file, result: formatYaml(file) }))
  return {
    changed: results.flatMap(({ file: { path, text: old }, result }) =>
      result.status === 'formatted' && result.text !== old
        ? [{ path, text: result.text, old }]
        : [],
    ),
    refused: results.flatMap(({ file: { path }, result }) =>
      result.status === 'refused'
        ? [`"${path}" is left as it is: line ${result.line} would not say the same`]
        : [],
    ),
    unreadable: results.flatMap(({ result }) =>
      result.status === 'unreadable' ? result.diagnostics : [],
    ),
  }
}

interface Telling {
  readonly words: FormatWords
  readonly total: number
  readonly workspace: Workspace
}

function tell(
  { changed }: Formatted,
  { words, total, workspace }: Telling,
  { host, options }: CommandContext,
): void {
  if (words.diff === true) {
    for (const line of differences(changed, workspace)) host.stdout.write(line)
    return
  }
  for (const { path } of changed) host.stdout.write(`${path}\n`)
  if (options.quiet) return
  const isCheck = words.check === true
  const verb = isCheck ? 'would change' : 'changed'
  host.stdout.write(
    `${plural(total, 'file')} ${isCheck ? 'looked at' : 'formatted'}, ${changed.length} ${verb}\n`,
  )
}

/** What would change; of leads it is only said that something would, because a lead is shown nowhere. */
function differences(changed: Formatted['changed'], workspace: Workspace): readonly string[] {
  const leads = new Set(workspace.leads.map(({ file }) => file))
  const hidden = hiddenTexts(workspace).texts
  return changed.map(({ path, old, text }) =>
    leads.has(path)
      ? `# ${path} would change, and no line of a lead is shown\n`
      : showPatch({ path, before: old, after: text }, hidden),
  )
}
