import { createRequire } from 'node:module'
import type { sync as writeFileSync } from 'write-file-atomic'

type WriteFile = (path: string, content: string | Uint8Array) => void

/** Loaded when something is first written: it watches for the end of the process, and most commands write nothing. */
let write: WriteFile | undefined

/** Writes to a temporary file beside the target, then renames it: never a half-written file. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  write ??= loadWriter()
  write(path, content)
}

function loadWriter(): WriteFile {
  const { sync }: { readonly sync: typeof writeFileSync } = createRequire(import.meta.url)(
    'write-file-atomic',
  )
  return (path, content) => {
    sync(path, typeof content === 'string' ? content : Buffer.from(content))
  }
}
