import { randomInt } from 'node:crypto'
import { isatty } from 'node:tty'
import type { Host, HostStream } from './host.ts'
import { nodeFiles } from './node-files.ts'
import { onAbort } from './on-abort.ts'
import { resolveHost } from './resolve-host.ts'
import type { ClosableTransport } from './transport-ending.ts'

/** The machine that we run on. */
export function nodeHost(): Host {
  const opened: ClosableTransport[] = []
  const usual = once(async () => {
    const { nodeTransport } = await import('./node-transport.ts')
    return keep(nodeTransport(now), opened)
  })
  return {
    files: nodeFiles(process.cwd()),
    openRepository: async (folder) => {
      const { openNodeRepository } = await import('./node-repository.ts')
      return openNodeRepository(process.cwd(), folder, process.env)
    },
    transport: async (request, deadline) => (await usual()).send(request, deadline),
    resolve: resolveHost,
    transportTo: (addresses) => {
      const pinned = once(async () => {
        const { pooledTransport } = await import('./pooled-transport.ts')
        return keep(pooledTransport(now, addresses), opened)
      })
      return async (request, deadline) => (await pinned()).send(request, deadline)
    },
    probeTls: async (target) => {
      const { probeTls } = await import('./node-tls-probe.ts')
      return probeTls(target, now)
    },
    closeTransport: () => {
      for (const { close } of opened) close()
    },
    serve: async (behavior) => {
      const { serveOnLoopback } = await import('./node-server.ts')
      return serveOnLoopback(behavior)
    },
    serveReceiver: async (listening, answer) => {
      const { serveReceiver } = await import('./node-receiver-server.ts')
      return serveReceiver(listening, answer)
    },
    serveSite: async (port, reply) => {
      const { serveSiteOnLoopback } = await import('./node-site-server.ts')
      return serveSiteOnLoopback(port, reply)
    },
    watch: async (places, onChange) => {
      const { watchFiles } = await import('./node-watch.ts')
      return watchFiles(process.cwd(), places, onChange)
    },
    openBrowser: (url) => {
      void import('./node-open-browser.ts').then(({ openBrowser }) => openBrowser(url))
    },
    openPdfPrinter: async () => {
      const { openPdfPrinter } = await import('./node-pdf-printer.ts')
      return openPdfPrinter(process.env, process.platform)
    },
    now,
    sleep,
    onInterrupt: (listener) => {
      for (const signal of ENDING) process.on(signal, listener)
      return () => {
        for (const signal of ENDING) process.off(signal, listener)
      }
    },
    randomSeed: () => randomInt(1, 2 ** 31),
    environment: process.env,
    nodeVersion: process.versions.node,
    ask: isatty(STDIN) && process.stderr.isTTY ? askAtTerminal : undefined,
    readStdin,
    stdinChunks: () => process.stdin,
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
  }
}

/** Ctrl-C, and what a supervisor or a container sends. */
const ENDING = ['SIGINT', 'SIGTERM'] as const

async function askAtTerminal(question: string): Promise<string | undefined> {
  const { ask } = await import('./node-ask.ts')
  return ask(question)
}

/** Asking for the stream itself would open it, and most commands read nothing. */
const STDIN = 0

/** What most commands do not need is made, with what it loads, when it is first wanted. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

function keep(transport: ClosableTransport, opened: ClosableTransport[]): ClosableTransport {
  opened.push(transport)
  return transport
}

/** Never changes, but costs as much as the time itself each time it is asked. */
const { timeOrigin } = performance

function now(): number {
  return timeOrigin + performance.now()
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      stopWaiting?.()
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    const stopWaiting = signal && onAbort(signal, done)
    if (signal?.aborted === true) done()
  })
}

/** A reader that goes away (`hookbook … | head`) is no fault. */
function streamOf(stream: NodeJS.WriteStream): HostStream {
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
    write: (text) => void stream.write(text),
  }
}

async function readStdin(): Promise<string> {
  process.stdin.setEncoding('utf8')
  let text = ''
  for await (const part of process.stdin) text += String(part)
  return text
}
