import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace, WorkspaceReader } from '../../src/model/workspace.ts'

const diskReader: WorkspaceReader = {
  readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  list: (folder) =>
    existsSync(folder)
      ? readdirSync(folder, { withFileTypes: true })
          .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
          .sort()
      : [],
}

/** A project of the repository as it stands on the disk, or with some of its files replaced. */
export function readWorkspace(
  projectFile: string,
  replaced: ReadonlyMap<string, string> = new Map(),
): Workspace {
  const readText = (path: string): string | undefined =>
    replaced.get(path) ?? diskReader.readText(path)
  return loadWorkspace({ ...diskReader, readText }, projectFile)
}
