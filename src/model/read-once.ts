import type { WorkspaceReader } from './workspace.ts'

/** The same reader, which asks for each file and folder once: programs share contracts, and a folder is looked through for several things. */
export function readOnce({ readText, list }: WorkspaceReader): WorkspaceReader {
  return { readText: once(readText), list: once(list) }
}

function once<Found>(read: (path: string) => Found): (path: string) => Found {
  const known = new Map<string, { readonly found: Found }>()
  return (path) => {
    const before = known.get(path)
    if (before !== undefined) return before.found
    const found = read(path)
    known.set(path, { found })
    return found
  }
}
