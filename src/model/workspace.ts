import type { Diagnostic } from '../diagnostic/finding.ts'
import type { Span } from '../base/span.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { MappingNode, SourceNode } from '../source/source-node.ts'
import type { LeadFixture } from './lead-fixture.ts'
import type { Program } from './program.ts'
import type { Project } from './project.ts'

/** Everything that was read: the project, its programs as each environment gets them, and what was wrong. */
export interface Workspace {
  /** Undefined when the project file could not be decoded at all. */
  readonly project: Project | undefined
  readonly programs: readonly ProgramFamily[]
  /** Named fixture leads of the folder that the project names under `leads`. */
  readonly leads: readonly LeadFixture[]
  /** Problems of files, syntax, shape, layers and variables; lint rules add theirs later. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that was read, for reports that quote source lines. */
  readonly files: readonly SourceFile[]
}

/** One program.yaml with its overlays, once for each environment that it is for. */
export interface ProgramFamily {
  readonly id: string
  /** Folder relative to the project's root. */
  readonly folder: string
  /** Its own definition over the project's defaults, before any overlay and with variables by name. */
  readonly base: MappingNode
  readonly deployments: readonly Deployment[]
  readonly overlays: readonly Overlay[]
}

export interface Deployment {
  readonly environment: string
  readonly program: Program
  /**
   * The merged definition as nodes, each with the file and place that set it: what `show` prints.
   * Environments that get the same share it, and with it all that the program says.
   */
  readonly merged: SourceNode
}

export interface Overlay {
  readonly file: string
  readonly at: Span
  readonly layer: 'businessUnit' | 'region' | 'subscription' | 'environment'
  readonly name: string
}

/** The two things that loading needs from a file system. Paths are relative to the working directory, with forward slashes. */
export interface WorkspaceReader {
  /** Undefined when there is no such file. */
  readonly readText: (path: string) => string | undefined
  /** The names in a folder, sorted, folders with a trailing slash; empty when there is no such folder. */
  readonly list: (folder: string) => readonly string[]
}
