import { compileProgram } from '../compile/compile-program.ts'
import type { HostFiles } from '../host/host.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import type { OutputFile } from '../render/output-file.ts'
import { renderProgram, type RenderInput } from '../render/render-program.ts'
import type { ProjectPages } from './read-pages.ts'

/** A generated file and what stands on the disk in its place. */
export interface BuiltFile {
  readonly path: string
  /** Undefined for a file that the definition no longer has. */
  readonly expected: string | undefined
  /** Undefined for a file that is not there. */
  readonly actual: string | undefined
}

/** What is built from: the definitions, and what pages are made from besides. */
export interface BuildInput {
  readonly workspace: Workspace
  readonly pages: ProjectPages
}

/** What a program is compiled into, beside what its `generated` folder holds. */
export function buildProgram(
  family: ProgramFamily,
  input: BuildInput,
  files: HostFiles,
): readonly BuiltFile[] {
  const rendering = renderInputOf(family, input)
  if (rendering === undefined) return []
  const outputs = renderProgram(rendering)
  const folder = `${family.folder}/generated`
  const built = outputs.map(({ path, content }) => ({
    path: `${folder}/${path}`,
    expected: content,
    actual: files.readText(`${folder}/${path}`),
  }))
  return [...built, ...staleFiles(folder, outputs, files)]
}

/** What the files of a program are made from; undefined where the project could not be read. */
export function renderInputOf(
  family: ProgramFamily,
  { workspace, pages }: BuildInput,
): RenderInput | undefined {
  const { project, leads } = workspace
  if (project === undefined) return undefined
  return {
    family,
    compiled: family.deployments.map(({ program }) => compileProgram(program)),
    project,
    sample: leads.find(({ name }) => name === 'plain') ?? leads[0],
    pages: pages.of(family),
  }
}

/** Files that an earlier build has listed and this one does not make; nothing else is ever removed. */
function staleFiles(
  folder: string,
  outputs: readonly OutputFile[],
  files: HostFiles,
): readonly BuiltFile[] {
  const kept = new Set(outputs.map(({ path }) => path))
  return listedFiles(files.readText(`${folder}/manifest.json`))
    .filter((path) => !kept.has(path) && isInside(path))
    .map((path) => ({
      path: `${folder}/${path}`,
      expected: undefined,
      actual: files.readText(`${folder}/${path}`),
    }))
    .filter(({ actual }) => actual !== undefined)
}

function listedFiles(manifest: string | undefined): readonly string[] {
  try {
    const { files }: { readonly files?: unknown } = JSON.parse(manifest ?? '{}')
    return Array.isArray(files) ? files.filter((path) => typeof path === 'string') : []
  } catch {
    return []
  }
}

/** A manifest that was tampered with must not make us remove files elsewhere. */
export function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..')
}

/** True when the disk holds something else than the definition says. */
export function isChanged({ expected, actual }: BuiltFile): boolean {
  return expected !== actual
}

/** Writes what has changed; each file is replaced as a whole, so that none is ever half-written. */
export function writeBuilt(built: readonly BuiltFile[], files: HostFiles): readonly string[] {
  const changed = built.filter(isChanged)
  for (const { path, expected } of changed) {
    if (expected === undefined) files.remove(path)
    else files.writeText(path, expected)
  }
  return changed.map(({ path }) => path)
}
