import type { ServeSite, SiteEvent, SiteReply, SiteRequest } from './site-server.ts'

/** Sites that are served in memory. */
export interface MemorySites {
  readonly serve: ServeSite
  /** What a browser gets; undefined when nobody serves there. */
  readonly ask: (origin: string, request: Partial<SiteRequest>) => SiteReply | undefined
  readonly origins: () => readonly string[]
  /** What pages that listen were told, in order. */
  readonly pushed: SiteEvent[]
  /** Addresses that the reader's own browser was to open. */
  readonly opened: string[]
}

const FREE_PORT = 50_000

export function memorySites(takenPorts: readonly number[]): MemorySites {
  const sites = new Map<string, (request: SiteRequest) => SiteReply>()
  const pushed: SiteEvent[] = []
  return {
    serve: (port, reply) => {
      const origin = `http://127.0.0.1:${port === 0 ? FREE_PORT : port}`
      if (takenPorts.includes(port) || sites.has(origin)) {
        return Promise.resolve({ status: 'taken' })
      }
      sites.set(origin, reply)
      const close = (): Promise<void> => {
        sites.delete(origin)
        return Promise.resolve()
      }
      const push = (event: SiteEvent): void => void pushed.push(event)
      return Promise.resolve({ status: 'open', server: { origin, push, close } })
    },
    ask: (origin, request) =>
      sites.get(origin)?.({
        method: 'GET',
        target: '/',
        host: new URL(origin).host,
        ...request,
      }),
    origins: () => [...sites.keys()],
    pushed,
    opened: [],
  }
}
