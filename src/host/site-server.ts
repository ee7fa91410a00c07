/** What a browser asks for. */
export interface SiteRequest {
  readonly method: string
  /** As it was sent: path and query. */
  readonly target: string
  /** The name under which the server was called. */
  readonly host: string
}

export type SiteReply =
  | {
      readonly kind: 'whole'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** Server-sent events: the first at once, later ones by `push`. */
  | { readonly kind: 'events'; readonly first: SiteEvent }

export interface SiteEvent {
  readonly name: string
  /** One line. */
  readonly data: string
}

export interface SiteServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** Tells an event to every page that listens. */
  readonly push: (event: SiteEvent) => void
  readonly close: () => Promise<void>
}

export type SiteServing =
  | { readonly status: 'open'; readonly server: SiteServer }
  /** Somebody else has the port, or it may not be had. */
  | { readonly status: 'taken' }

/** Serves on a port of 127.0.0.1; port 0 is any free one. */
export type ServeSite = (
  port: number,
  reply: (request: SiteRequest) => SiteReply,
) => Promise<SiteServing>
