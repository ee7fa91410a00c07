import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'

/** A project whose files are given by their paths; `project.yaml` is the project file. */
export function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const list = (folder: string): readonly string[] => {
    const prefix = folder === '' || folder === '.' ? '' : `${folder}/`
    const inside = Object.keys(files).filter((path) => path.startsWith(prefix))
    return [...new Set(inside.map((path) => path.slice(prefix.length).replace(/\/.*/, '/')))].sort()
  }
  return loadWorkspace({ readText: (path) => files[path], list }, 'project.yaml')
}
