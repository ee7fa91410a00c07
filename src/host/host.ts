import type { Transport } from '../emulate/call.ts'
import type { PdfPrinting } from './pdf-printer.ts'
import type { RepositoryOpening } from './repository.ts'
import type { ServeReceiver } from './receiver-server.ts'
import type { Serve } from './server.ts'
import type { ServeSite } from './site-server.ts'
import type { ProbeTls } from './tls-probe.ts'

/** The world: files, network, clock, chance and terminal. Two implementations: Node and in-memory. */
export interface Host {
  readonly files: HostFiles
  /** The git repository that a folder lies in; it is only ever read. */
  readonly openRepository: (folder: string) => Promise<RepositoryOpening>
  readonly transport: Transport
  /** The IP addresses of a host, as the machine resolves its name; none when there is no such host. */
  readonly resolve: (hostName: string) => Promise<readonly string[]>
  /** A transport that connects to these addresses and no others, whatever the name resolves to by then. */
  readonly transportTo: (addresses: readonly string[]) => Transport
  /** Looks at the certificate of an endpoint, and asks it for nothing. */
  readonly probeTls: ProbeTls
  /** Lets go of connections that are kept. */
  readonly closeTransport: () => void
  readonly serve: Serve
  /** Receives requests of anybody who can reach an address of this machine. */
  readonly serveReceiver: ServeReceiver
  /** Serves pages to a browser of this machine. */
  readonly serveSite: ServeSite
  /** Tells when a file in one of these places changes, comes or goes, until it is stopped. */
  readonly watch: (places: readonly string[], onChange: (path: string) => void) => Promise<Watching>
  /** Opens a page in the reader's own browser; that it cannot is no fault. */
  readonly openBrowser: (url: string) => void
  readonly openPdfPrinter: () => Promise<PdfPrinting>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Waits; ends early when the signal says so. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Calls back when somebody wants to end the command (Ctrl-C, or a polite kill), until the result is called. */
  readonly onInterrupt: (listener: () => void) => () => void
  /** A fresh seed for runs that were not given one. */
  readonly randomSeed: () => number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly nodeVersion: string
  /**
   * Asks whoever sits at the terminal and gives the answer; undefined when the input has ended. There is
   * no such thing where nobody sits at one.
   */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined
  /** Everything that comes in, to its end. */
  readonly readStdin: () => Promise<string>
  /** The same, piece by piece. */
  readonly stdinChunks: () => AsyncIterable<Uint8Array>
  readonly stdout: HostStream
  readonly stderr: HostStream
}

export interface Watching {
  readonly close: () => Promise<void>
}

export interface HostStream {
  readonly isTerminal: boolean
  readonly columns: number
  readonly write: (text: string) => void
}

/** Paths are relative to the working directory or absolute; results use forward slashes. */
export interface HostFiles {
  readonly workingDirectory: string
  /** Undefined when there is no such file. */
  readonly readText: (path: string) => string | undefined
  /** Undefined when there is no such file. */
  readonly readBytes: (path: string) => Uint8Array | undefined
  /** A file of any size, piece by piece; undefined when there is no such file. */
  readonly openChunks: (path: string) => ChunkedFile | undefined
  /** The names in a folder, sorted, folders with a trailing slash; empty when there is no such folder. */
  readonly list: (folder: string) => readonly string[]
  /** Writes to a temporary file beside the target, then renames it: never a half-written file. */
  readonly writeText: (path: string, content: string) => void
  /** Writes a text of any length, part by part, and as whole as `writeText` does. */
  readonly writeParts: (path: string, parts: Iterable<string>) => void
  readonly writeBytes: (path: string, content: Uint8Array) => void
  readonly remove: (path: string) => void
  /** Opens a file to append to, after all but its first bytes has been cut off. */
  readonly appendTo: (path: string, keepBytes: number) => Appending
  /** The same, for what must not be lost: each text is waited for until the disk has it. */
  readonly appendSafelyTo: (path: string, keepBytes: number) => SafeAppending
}

/** A file that is appended to, of which one knows what it holds. */
export type SafeAppending =
  | {
      readonly status: 'open'
      /** Resolves when the disk has the text; with why it does not, if it could not be written. */
      readonly append: (text: string) => Promise<string | undefined>
      readonly close: () => Promise<void>
    }
  | { readonly status: 'failed'; readonly reason: string }

/** A file that may be larger than the memory. */
export interface ChunkedFile {
  /** In bytes; nothing is known of a pipe. */
  readonly size: number
  readonly chunks: AsyncIterable<Uint8Array>
}

/** A file that is appended to: texts go out in order, many at a time. */
export type Appending =
  | {
      readonly status: 'open'
      readonly append: (text: string) => void
      /** Writes what is left; says why, if something could not be written. */
      readonly close: () => string | undefined
    }
  | { readonly status: 'failed'; readonly reason: string }
