import type { Conduct } from '../emulate/answer.ts'
import type { Transport } from '../emulate/call.ts'
import { exchangeOf } from '../emulate/exchange-of.ts'
import type { Host, HostFiles } from './host.ts'
import type { ServerBehavior } from './server.ts'
import { wireRequest } from './wire-request.ts'

export interface MemoryHostOptions {
  readonly files?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  readonly isTerminal?: boolean
  readonly seed?: number
  /** What names resolve to, besides localhost. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>
}

/** A world in memory: what was written can be read back, time stands still unless a call waits. */
export interface MemoryHost extends Host {
  readonly output: () => { readonly stdout: string; readonly stderr: string }
  readonly written: () => Readonly<Record<string, string>>
  /** As Ctrl-C does. */
  readonly interrupt: () => void
}

/** A host for tests: no disk, no sockets, no clock. */
export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const files = new Map(Object.entries(options.files ?? {}))
  const servers = new Map<string, ServerBehavior | Conduct>()
  const printed = { stdout: '', stderr: '' }
  const clock = { now: 0 }
  const listeners = new Set<() => void>()
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    isTerminal: options.isTerminal === true,
    columns: 100,
    write: (text) => {
      printed[name] += text
    },
  })
  return {
    files: memoryFiles(files),
    transport: memoryTransport(servers, clock),
    resolve: (hostName) =>
      Promise.resolve(
        options.addresses?.[hostName] ?? (hostName === 'localhost' ? ['127.0.0.1'] : []),
      ),
    transportTo: () => memoryTransport(servers, clock),
    closeTransport: () => undefined,
    serve: (behavior) => {
      const origin = `http://127.0.0.1:${40_000 + servers.size}`
      servers.set(origin, behavior)
      return Promise.resolve({
        origin,
        close: () => {
          servers.delete(origin)
          return Promise.resolve()
        },
      })
    },
    now: () => clock.now,
    sleep: (milliseconds) => {
      clock.now += milliseconds
      return Promise.resolve()
    },
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    interrupt: () => {
      for (const listener of listeners) listener()
    },
    randomSeed: () => options.seed ?? 1,
    environment: options.environment ?? {},
    nodeVersion: '20.19.0',
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    output: () => ({ ...printed }),
    written: () => Object.fromEntries(files),
  }
}

function memoryFiles(files: Map<string, string>): HostFiles {
  return {
    workingDirectory: '/work',
    readText: (path) => files.get(path),
    list: (folder) => {
      const prefix = folder === '' || folder === '.' ? '' : `${folder}/`
      const names = [...files.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length))
        .map((rest) => (rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest))
      return [...new Set(names.filter((name) => !name.startsWith('.')))].sort()
    },
    writeText: (path, content) => void files.set(path, content),
    remove: (path) => void files.delete(path),
    appendTo: (path, keepBytes) => {
      const before = new TextEncoder().encode(files.get(path) ?? '').slice(0, keepBytes)
      files.set(path, new TextDecoder().decode(before))
      const append = (text: string): void => void files.set(path, (files.get(path) ?? '') + text)
      return { status: 'open', append, close: () => undefined }
    },
  }
}

/** A virtual clock: an endpoint that never answers costs no time but the deadline's. */
function memoryTransport(
  servers: ReadonlyMap<string, ServerBehavior | Conduct>,
  clock: { now: number },
): Transport {
  return (request, deadline) => {
    const wire = wireRequest(request)
    if (wire.status === 'unsendable') {
      return Promise.resolve({ status: 'unreachable', reason: wire.reason, milliseconds: 0 })
    }
    const { url, target, headers } = wire
    const behavior = servers.get(url.origin) ?? NOBODY
    const { method, body } = request
    const conduct =
      typeof behavior === 'function'
        ? behavior({ method, url: target, headers, body: body ?? '' })
        : behavior
    const exchange = exchangeOf(conduct, deadline)
    clock.now += exchange.milliseconds
    return Promise.resolve(exchange)
  }
}

const NOBODY: Conduct = { kind: 'refuse' }
