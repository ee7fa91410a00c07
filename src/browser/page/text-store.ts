/** Texts that outlast the page, by key; where the browser keeps none, they live as long as the page. */
export interface TextStore {
  /** False where nothing outlasts the page: private windows, blocked or full storage. */
  readonly isLasting: () => boolean
  read(key: string): string | undefined
  write(key: string, text: string): void
  remove(key: string): void
  keys(): readonly string[]
}

const PROBE = 'hookbook:probe'

export function openTextStore(): TextStore {
  const lasting = lastingStorage()
  return lasting === undefined ? memoryStore() : lastingStore(lasting)
}

/** Undefined where the browser refuses: asking alone may throw. */
function lastingStorage(): Storage | undefined {
  try {
    localStorage.setItem(PROBE, '')
    localStorage.removeItem(PROBE)
    return localStorage
  } catch {
    return undefined
  }
}

function lastingStore(storage: Storage): TextStore {
  const beside = memoryStore()
  let isLasting = true
  return {
    isLasting: () => isLasting,
    read: (key) => beside.read(key) ?? storage.getItem(key) ?? undefined,
    write(key, text) {
      try {
        storage.setItem(key, text)
        beside.remove(key)
      } catch {
        // Full: what is new lives as long as the page, and the reader is told.
        isLasting = false
        beside.write(key, text)
      }
    },
    remove(key) {
      beside.remove(key)
      storage.removeItem(key)
    },
    keys: () => Object.keys(storage),
  }
}

function memoryStore(): TextStore {
  const texts = new Map<string, string>()
  return {
    isLasting: () => false,
    read: (key) => texts.get(key),
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  }
}
