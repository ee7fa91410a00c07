import type { HostFiles } from './host.ts'

/** Files in memory, by their whole path. */
export function memoryFiles(files: Map<string, string | Uint8Array>): HostFiles {
  return {
    workingDirectory: '/work',
    readText: (path) => {
      const content = files.get(path)
      return content === undefined ? undefined : textOf(content)
    },
    readBytes: (path) => {
      const content = files.get(path)
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
    openChunks: (path) => {
      const content = files.get(path)
      if (content === undefined) return undefined
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      return { size: bytes.length, chunks: chunksOf(bytes) }
    },
    list: (folder) => {
      const prefix = folder === '' || folder === '.' ? '' : `${folder}/`
      const names = [...files.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length))
        .map((rest) => (rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest))
      return [...new Set(names.filter((name) => !name.startsWith('.')))].sort()
    },
    writeText: (path, content) => void files.set(path, content),
    writeBytes: (path, content) => void files.set(path, content),
    writeParts: (path, parts) => void files.set(path, [...parts].join('')),
    remove: (path) => void files.delete(path),
    appendTo: (path, keepBytes) => {
      const before = new TextEncoder().encode(textOf(files.get(path) ?? '')).slice(0, keepBytes)
      files.set(path, new TextDecoder().decode(before))
      const append = (text: string): void =>
        void files.set(path, textOf(files.get(path) ?? '') + text)
      return { status: 'open', append, close: () => undefined }
    },
    appendSafelyTo: (path, keepBytes) => {
      const before = new TextEncoder().encode(textOf(files.get(path) ?? '')).slice(0, keepBytes)
      files.set(path, new TextDecoder().decode(before))
      const append = (text: string): Promise<undefined> => {
        files.set(path, textOf(files.get(path) ?? '') + text)
        return Promise.resolve(undefined)
      }
      return { status: 'open', append, close: () => Promise.resolve() }
    },
  }
}

/** A file as text. */
export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

const CHUNK_BYTES = 65_536

/** Bytes piece by piece. */
export async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}
