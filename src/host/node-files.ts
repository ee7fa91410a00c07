import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { HostFiles } from './host.ts'
import { appendSafelyTo } from './node-append-safely.ts'
import { appendTo } from './node-append.ts'
import { openChunks, writeParts } from './node-chunks.ts'
import { writeAtomically } from './write-atomically.ts'

/** The files of the machine, from a working directory. */
export function nodeFiles(workingDirectory: string): HostFiles {
  const at = (path: string): string => resolve(workingDirectory, path)
  return {
    workingDirectory: workingDirectory.replaceAll('\\', '/'),
    readText: (path) => orUndefined(() => readFileSync(at(path), 'utf8')),
    readBytes: (path) => orUndefined(() => new Uint8Array(readFileSync(at(path)))),
    openChunks: (path) => openChunks(at(path)),
    list: (folder) => orUndefined(() => listFolder(at(folder === '' ? '.' : folder))) ?? [],
    writeText: (path, content) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeAtomically(at(path), content)
    },
    writeBytes: (path, content) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeAtomically(at(path), content)
    },
    writeParts: (path, parts) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeParts(at(path), parts)
    },
    remove: (path) => rmSync(at(path), { force: true }),
    appendTo: (path, keepBytes) => appendTo(at(path), keepBytes),
    appendSafelyTo: (path, keepBytes) => appendSafelyTo(at(path), keepBytes),
  }
}

function listFolder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort()
}

/** What is not there is undefined; a machine that is broken in another way throws. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw error
  }
}
