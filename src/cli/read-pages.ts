import { readdirSync, readFileSync } from 'node:fs'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { HostFiles } from '../host/host.ts'
import { packageFile } from '../host/package-file.ts'
import { folderOf, joinPath } from '../model/paths.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import type { PageSources } from '../render/render-program.ts'
import type { Templates } from '../render/render-template.ts'
import { templateFile, templateName } from '../render/template-names.ts'
import type { TextProblem } from '../render/text-problem.ts'
import type { SourceFile } from '../source/source-file.ts'
import { attestedBy } from './attested-by.ts'

/** What the pages of a project are made from besides its definitions, and what is wrong with that. */
export interface ProjectPages {
  readonly of: (family: ProgramFamily) => PageSources
  /** What the ledger says of a program in an environment, in a few words; it is read when it is asked. */
  readonly attested: (program: string, environment: string) => string | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
}

/** The team's own templates beside the project file, and the notes of each program. */
export async function readPages(workspace: Workspace, files: HostFiles): Promise<ProjectPages> {
  const templates = await readTemplates(workspace, files)
  const notes = await readAllNotes(workspace, files)
  const own = templates.files.map(({ path }) => `../templates/${nameOf(path)}`)
  const all = once((): Templates => ({ ...builtInTemplates(), ...templates.overridden }))
  return {
    of: ({ folder }) => {
      const noted = notes.find((each) => each.folder === folder)
      return {
        templates: all(),
        notes: noted?.sections ?? new Map(),
        files: [...(noted === undefined ? [] : ['notes.md']), ...own],
      }
    },
    attested: attestedBy(workspace, files),
    diagnostics: [...templates.diagnostics, ...notes.flatMap(({ diagnostics }) => diagnostics)],
    files: [...templates.files, ...notes.map(({ file }) => file)],
  }
}

interface ReadTemplates {
  readonly overridden: Templates
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A template that is wrong is reported, and the one of the package stands in its place; their reader is loaded only where there are some. */
async function readTemplates({ project }: Workspace, files: HostFiles): Promise<ReadTemplates> {
  const folder = joinPath(folderOf(project?.file ?? ''), 'templates')
  const own = files
    .list(folder)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => ({
      path: joinPath(folder, name),
      text: files.readText(joinPath(folder, name)) ?? '',
    }))
  if (own.length === 0) return { overridden: {}, files: own, diagnostics: [] }
  const { templateProblems } = await import('../render/template-problems.ts')
  const checked = own.map((file) => ({
    file,
    diagnostics: templateProblems(nameOf(file.path), file.text).map((problem) =>
      diagnostic('template-fits', file, problem),
    ),
  }))
  const good = checked.filter(({ diagnostics }) => diagnostics.length === 0)
  const overridden = good.map(({ file }) => [templateName(nameOf(file.path)) ?? '', file.text])
  return {
    overridden: Object.fromEntries(overridden),
    files: own,
    diagnostics: checked.flatMap(({ diagnostics }) => diagnostics),
  }
}

interface ReadNotes {
  readonly folder: string
  readonly file: SourceFile
  readonly sections: ReadonlyMap<number, string>
  readonly diagnostics: readonly Diagnostic[]
}

/** The reader of Markdown is loaded only where there are notes. */
async function readAllNotes(
  { programs }: Workspace,
  files: HostFiles,
): Promise<readonly ReadNotes[]> {
  const noted = programs.flatMap(({ folder }) => {
    const path = joinPath(folder, 'notes.md')
    const text = files.readText(path)
    return text === undefined ? [] : [{ folder, file: { path, text } }]
  })
  if (noted.length === 0) return []
  const { readNotes } = await import('../render/read-notes.ts')
  return noted.map(({ folder, file }) => {
    const { sections, problems } = readNotes(file.text)
    const diagnostics = problems.map((problem) => diagnostic('notes-placed', file, problem))
    return { folder, file, sections, diagnostics }
  })
}

function diagnostic(rule: string, { path }: SourceFile, problem: TextProblem): Diagnostic {
  const { start, end, message, help } = problem
  return { rule, severity: 'error', at: { file: path, start, end }, message, help }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The templates that come with the package. */
function builtInTemplates(): Templates {
  const names = readdirSync(packageFile('templates')).flatMap((file) => templateName(file) ?? [])
  return Object.fromEntries(
    names.map((name) => [
      name,
      readFileSync(packageFile(`templates/${templateFile(name)}`), 'utf8'),
    ]),
  )
}

/** A value that is made when it is first wanted: most commands make no page. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
