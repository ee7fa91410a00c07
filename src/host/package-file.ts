import { existsSync } from 'node:fs'

/** A file that comes with the package, wherever in it this code stands: the command line is bundled. */
export function packageFile(path: string): URL {
  return new URL(path, ROOT)
}

/** The nearest folder above that holds the manifest. */
const ROOT: URL = findRoot(new URL('./', import.meta.url))

function findRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder
  const above = new URL('../', folder)
  if (above.href === folder.href) throw new Error('the package is not complete: no package.json')
  return findRoot(above)
}
