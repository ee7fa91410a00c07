import { readFileSync } from 'node:fs'
import { nearest } from '../base/nearest.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { HostFiles } from '../host/host.ts'
import { folderOf, joinPath } from '../model/paths.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { checkTemplate } from '../render/check-template.ts'
import type { PageSources } from '../render/render-program.ts'
import type { Templates } from '../render/render-template.ts'
import { TEMPLATE_SHAPES, templateFile, templateName } from '../render/template-shapes.ts'
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
  const templates = readTemplates(workspace, files)
  const notes = await readAllNotes(workspace, files)
  const own = templates.files.map(({ path }) => `../templates/${nameOf(path)}`)
  return {
    of: ({ folder }) => {
      const noted = notes.find((each) => each.folder === folder)
      return {
        templates: templates.templates,
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
  readonly templates: Templates
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A template that is wrong is reported, and the one of the package stands in its place. */
function readTemplates({ project }: Workspace, files: HostFiles): ReadTemplates {
  const folder = joinPath(folderOf(project?.file ?? ''), 'templates')
  const own = files
    .list(folder)
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => ({
      path: joinPath(folder, name),
      text: files.readText(joinPath(folder, name)) ?? '',
    }))
  const checked = own.map((file) => ({ file, diagnostics: templateDiagnostics(file) }))
  const good = checked.filter(({ diagnostics }) => diagnostics.length === 0)
  const overridden = good.map(({ file }) => [templateName(nameOf(file.path)) ?? '', file.text])
  return {
    templates: { ...builtInTemplates(), ...Object.fromEntries(overridden) },
    files: own,
    diagnostics: checked.flatMap(({ diagnostics }) => diagnostics),
  }
}

function templateDiagnostics(file: SourceFile): readonly Diagnostic[] {
  const name = templateName(nameOf(file.path))
  if (name !== undefined && Object.hasOwn(TEMPLATE_SHAPES, name)) {
    return checkTemplate(name, file.text).map((problem) =>
      diagnostic('template-fits', file, problem),
    )
  }
  const known = Object.keys(TEMPLATE_SHAPES).map(templateFile)
  const meant = nearest(nameOf(file.path), known)
  const help = meant === undefined ? `there are: ${known.join(', ')}` : `did you mean "${meant}"?`
  const message = `the package has no template "${nameOf(file.path)}" that this could replace`
  return [diagnostic('template-fits', file, { start: 0, end: 0, message, help })]
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
  return Object.fromEntries(
    Object.keys(TEMPLATE_SHAPES).map((name) => [
      name,
      readFileSync(new URL(`../../templates/${templateFile(name)}`, import.meta.url), 'utf8'),
    ]),
  )
}
