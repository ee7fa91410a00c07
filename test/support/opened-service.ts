import { main } from '../../src/cli/main.ts'
import type { Host } from '../../src/host/host.ts'
import { nodeHost } from '../../src/host/node-host.ts'

/** `hookbook serve` on real sockets, in this process. */
export interface OpenedService {
  readonly origin: string
  readonly stdout: () => string
  readonly stderr: () => string
  /** As Ctrl-C does; gives the exit code. */
  readonly stop: () => Promise<number>
}

export const SERVED_SECRET = 'pl4nted-s3cret'

/** Starts it and waits until it is ready. */
export async function openService(words: string): Promise<OpenedService> {
  const printed = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  const heard = new Set<() => void>()
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    isTerminal: false,
    columns: 100,
    write: (text) => {
      printed[name] += text
      for (const hear of heard) hear()
    },
  })
  const host: Host = {
    ...nodeHost(),
    environment: { CRM_SYNC_KEY_SANDBOX: SERVED_SECRET },
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stdout: stream('stdout'),
    stderr: stream('stderr'),
  }
  const ended = main(['serve', '--port', '0', ...words.split(' ')], host)
  const ready = new Promise<string>((resolve) => {
    heard.add(() => {
      const origin = / at (https?:\S+) \(Ctrl-C/.exec(printed.stdout)?.[1]
      if (origin !== undefined && printed.stdout.includes('is shown at')) resolve(origin)
    })
  })
  const origin = await Promise.race([ready, ended.then(String)])
  if (!origin.startsWith('http')) throw new Error(`it ended with ${origin}: ${printed.stderr}`)
  return {
    origin,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    stop: () => {
      for (const listener of listeners) listener()
      return ended
    },
  }
}

/** A lead as the template of lead-sync sends it. */
export function leadBody(
  marketoId: number,
  changed: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    marketoId,
    email: 'jane@example.com',
    firstName: 'Jane',
    lastName: 'Doe',
    company: 'Smith & Sons',
    score: 5,
    region: 'EMEA',
    syncedAt: '2026-11-24 09:30:00',
    ...changed,
  })
}

export const LEAD_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'application/json',
  Authorization: `Bearer ${SERVED_SECRET}`,
}
