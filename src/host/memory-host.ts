import type { Answer, Conduct } from '../emulate/answer.ts'
import type { HttpRequest, Transport } from '../emulate/call.ts'
import { exchangeOf } from '../emulate/exchange-of.ts'
import type { Host } from './host.ts'
import { chunksOf, memoryFiles, textOf } from './memory-files.ts'
import { memoryPdfPrinter } from './memory-pdf-printer.ts'
import { openMemoryRepository, type MemoryRevisions } from './memory-repository.ts'
import type { IncomingRequest } from './receiver-server.ts'
import type { RepositoryOpening } from './repository.ts'
import { memorySites, type MemorySites } from './memory-sites.ts'
import type { ServerBehavior } from './server.ts'
import { wireRequest } from './wire-request.ts'
import type { TlsProbe } from './tls-probe.ts'

export interface MemoryHostOptions {
  readonly files?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  readonly isTerminal?: boolean
  /** What whoever sits at the terminal types, line by line; nobody sits there when not given. */
  readonly answers?: readonly string[]
  readonly seed?: number
  /** What comes in. */
  readonly stdin?: string
  /** What names resolve to, besides localhost. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>
  /** What a handshake with a host shows; nothing listens where none is given. */
  readonly handshakes?: Readonly<Record<string, TlsProbe>>
  /** Milliseconds since the epoch at the start. */
  readonly now?: number
  /** Ports that somebody else has. */
  readonly takenPorts?: readonly number[]
  /** What stands in the way of printing; nothing does when not given. */
  readonly noPdf?: 'missing' | 'failed'
  /** The repository around the files, or what stands in its way; there is none when not given. */
  readonly git?: MemoryRevisions | Exclude<RepositoryOpening['status'], 'open'>
}

/** A world in memory: what was written can be read back, time stands still unless a call waits. */
export interface MemoryHost extends Host {
  readonly output: () => { readonly stdout: string; readonly stderr: string }
  readonly written: () => Readonly<Record<string, string>>
  /** As Ctrl-C does. */
  readonly interrupt: () => void
  /** Writes a file as somebody's editor does: whoever watches it is told. */
  readonly edit: (path: string, content: string) => void
  readonly sites: MemorySites
}

/** A host for tests: no disk, no sockets, no clock. */
export function memoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const files = new Map<string, string | Uint8Array>(Object.entries(options.files ?? {}))
  const servers: MemoryServers = new Map()
  const printed = { stdout: '', stderr: '' }
  const clock = { now: options.now ?? 0 }
  const listeners = new Set<() => void>()
  const watchers = new Set<(path: string) => void>()
  const sites = memorySites(options.takenPorts ?? [])
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    isTerminal: options.isTerminal === true,
    columns: 100,
    write: (text) => {
      printed[name] += text
    },
  })
  return {
    files: memoryFiles(files),
    openRepository: () => Promise.resolve(openMemoryRepository(options.git)),
    transport: memoryTransport(servers, clock),
    resolve: (hostName) =>
      Promise.resolve(
        options.addresses?.[hostName] ?? (hostName === 'localhost' ? ['127.0.0.1'] : []),
      ),
    transportTo: () => memoryTransport(servers, clock),
    probeTls: ({ hostName }) =>
      Promise.resolve(
        options.handshakes?.[hostName] ?? {
          status: 'failed',
          reason: 'nothing listens there',
          milliseconds: 0,
        },
      ),
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
    serveReceiver: (listening, answer) => {
      const origin = `http://${listening.address}:${listening.port === 0 ? 45_000 : listening.port}`
      if (servers.has(origin) || options.takenPorts?.includes(listening.port) === true) {
        return Promise.resolve({ status: 'taken' })
      }
      servers.set(origin, (request) => answer(incomingOf(request, listening.mostBytes)))
      const close = (): Promise<void> => {
        servers.delete(origin)
        return Promise.resolve()
      }
      return Promise.resolve({ status: 'open', server: { origin, close } })
    },
    serveSite: sites.serve,
    sites,
    watch: (places, onChange) => {
      const watcher = (path: string): void => {
        if (places.some((place) => path === place || path.startsWith(`${place}/`))) onChange(path)
      }
      watchers.add(watcher)
      return Promise.resolve({
        close: () => {
          watchers.delete(watcher)
          return Promise.resolve()
        },
      })
    },
    edit: (path, content) => {
      files.set(path, content)
      for (const watcher of watchers) watcher(path)
    },
    openBrowser: (url) => void sites.opened.push(url),
    openPdfPrinter: () => Promise.resolve(memoryPdfPrinter(options.noPdf)),
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
    ask: options.answers && askingFrom(options.answers, stream('stderr')),
    readStdin: () => Promise.resolve(options.stdin ?? ''),
    stdinChunks: () => chunksOf(new TextEncoder().encode(options.stdin ?? '')),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    output: () => ({ ...printed }),
    written: () => Object.fromEntries([...files].map(([path, content]) => [path, textOf(content)])),
  }
}

function askingFrom(answers: readonly string[], stderr: Host['stderr']): Host['ask'] {
  const left = [...answers]
  return (question) => {
    const answer = left.shift()
    stderr.write(`${question}${answer ?? ''}\n`)
    return Promise.resolve(answer)
  }
}

/** Endpoints in memory; one that is waited for gives its answer later. */
type MemoryServers = Map<
  string,
  ((request: HttpRequest) => Promise<Answer>) | ServerBehavior | Conduct
>

function incomingOf(request: HttpRequest, mostBytes: number): IncomingRequest {
  const bytes = new TextEncoder().encode(request.body ?? '')
  return { request, bytes, isTooLarge: bytes.length > mostBytes, sender: '127.0.0.1' }
}

/** A virtual clock: an endpoint that never answers costs no time but the deadline's. */
function memoryTransport(
  servers: Readonly<Pick<MemoryServers, 'get'>>,
  clock: { now: number },
): Transport {
  return async (request, deadline) => {
    const wire = wireRequest(request)
    if (wire.status === 'unsendable') {
      return { status: 'unreachable', reason: wire.reason, milliseconds: 0 }
    }
    const { url, target, headers } = wire
    const behavior = servers.get(url.origin) ?? NOBODY
    const { method, body } = request
    const conduct =
      typeof behavior === 'function'
        ? await behavior({ method, url: target, headers, body: body ?? '' })
        : behavior
    const exchange = exchangeOf(conduct, deadline)
    clock.now += exchange.milliseconds
    return exchange
  }
}

const NOBODY: Conduct = { kind: 'refuse' }
