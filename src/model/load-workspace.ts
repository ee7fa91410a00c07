import { compareText } from '../base/compare.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { SourceFile } from '../source/source-file.ts'
import { checkHasEnvironments, checkProject } from './check-references.ts'
import { projectDefinition, type ProjectDefinition } from './definitions/project-definition.ts'
import { nodeAt } from './layers/merge-nodes.ts'
import { loadLeads } from './load-leads.ts'
import { loadProgram } from './load-program.ts'
import { folderOf, joinPath } from './paths.ts'
import type { Project } from './project.ts'
import { readOnce } from './read-once.ts'
import type { ProgramFamily, Workspace, WorkspaceReader } from './workspace.ts'

/** Reads a project with all its programs, overlays, contract files and fixture leads. Never throws for what a file holds. */
export function loadWorkspace(files: WorkspaceReader, projectFile: string): Workspace {
  const reader = readOnce(files)
  const text = reader.readText(projectFile)
  const at = { file: projectFile, start: 0, end: 0 }
  if (text === undefined) {
    const message = `there is no project file "${projectFile}"`
    return nothing([{ rule: 'project-file', severity: 'error', at, message }], [])
  }
  const file = { path: projectFile, text }
  const { root, diagnostics } = parseYaml(file)
  const found: Diagnostic[] = [...diagnostics]
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic)
  const definition = root === undefined ? undefined : projectDefinition.decode(root, { report })
  if (root === undefined || definition === undefined) {
    if (found.length === 0) {
      report({ rule: 'project-file', severity: 'error', at, message: 'the project file is empty' })
    }
    return nothing(found, [file])
  }
  const project = { ...definition.project, file: projectFile }
  checkProject(project).forEach(report)
  checkHasEnvironments(nodeAt(root, ['environments'])).forEach(report)
  const read = new Map<string, SourceFile>([[projectFile, file]])
  const addFile = (added: SourceFile): void => void read.set(added.path, added)
  const defaults = nodeAt(root, ['defaults'])
  const programs = loadPrograms(project, { reader, report, addFile, project, defaults })
  const { leads } = readLeads(definition, projectFile, { reader, report, addFile })
  return {
    project,
    programs,
    leads,
    diagnostics: orderDiagnostics(found),
    files: [...read.values()],
  }
}

function nothing(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): Workspace {
  return { project: undefined, programs: [], leads: [], diagnostics, files }
}

/** Every folder beside the project file that holds a program. */
function loadPrograms(
  project: Project,
  loading: Parameters<typeof loadProgram>[1],
): readonly ProgramFamily[] {
  const root = folderOf(project.file)
  const names = loading.reader.list(root).filter((name) => name.endsWith('/'))
  const ids = names.map((name) => name.slice(0, -1)).sort(compareText)
  return ids.flatMap((id) => {
    const folder = joinPath(root, id)
    if (!loading.reader.list(folder).includes('program.yaml')) return []
    const family = loadProgram(folder, loading)
    return family === undefined ? [] : [family]
  })
}

interface LeadLoading {
  readonly reader: WorkspaceReader
  readonly report: (diagnostic: Diagnostic) => void
  readonly addFile: (file: SourceFile) => void
}

function readLeads(
  { leads }: ProjectDefinition,
  projectFile: string,
  { reader, report, addFile }: LeadLoading,
): ReturnType<typeof loadLeads> {
  const read = loadLeads(joinPath(folderOf(projectFile), leads?.value ?? 'leads'), reader, report)
  read.files.forEach(addFile)
  if (leads !== undefined && read.files.length === 0) {
    report({
      rule: 'reference-defined',
      severity: 'error',
      at: leads.at,
      message: `the folder "${leads.value}" holds no lead`,
      help: 'correct the path: it is relative to this file, and leads end in ".yaml"',
    })
  }
  return read
}
