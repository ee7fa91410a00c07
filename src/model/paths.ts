/** The folder of a path with forward slashes; the empty text for a file beside us. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

/** A relative path from a folder, with `.` and `..` worked out. */
export function joinPath(folder: string, relative: string): string {
  if (relative.startsWith('/')) return relative
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    const last = parts.at(-1)
    if (part === '..' && last !== undefined && last !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}
