/** What an endpoint does with a request that it has read. */
export type Answer =
  | Reply
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'reset' }

/** A status line, headers and a body. */
export interface Reply {
  readonly kind: 'respond'
  readonly status: number
  readonly reason: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array
  /** How long its parts take; all of it goes out at once when not given. */
  readonly pace?: Pace
  /** How many bytes of the body go out before the connection is closed, though all were announced. */
  readonly cutAfter?: number
}

/** The milliseconds that the parts of an answer take, one after the other. */
export interface Pace {
  /** Before the first byte. */
  readonly silence: number
  /** From the first byte of the status line to the end of the headers, which go out in small pieces. */
  readonly head: number
  /** From the first byte of the body to its last, in small pieces. */
  readonly body: number
}

/** What an endpoint does with a connection before it has read a request. */
export type ConnectionFault =
  /** Nothing listens. */
  | { readonly kind: 'refuse' }
  /** Accepts the connection and never reads from it. */
  | { readonly kind: 'never-read' }

/** Everything that an endpoint may do. Servers and transports of every host give it the same meaning. */
export type Conduct = Answer | ConnectionFault

/** The bytes of an answer's body. */
export function bodyBytes({ body }: Reply): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body
}

/** The headers of an answer as they go out: with the length of a body, which 204 and 304 have not. Source: RFC 9110. */
export function sentHeaders(reply: Reply): Reply['headers'] {
  if (isBodiless(reply)) return reply.headers
  return [...reply.headers, ['Content-Length', String(bodyBytes(reply).length)]]
}

export function isBodiless({ status }: Reply): boolean {
  return status === 204 || status === 304
}

/** How long an endpoint takes, in milliseconds; infinite where it never answers. */
export function durationOf(conduct: Conduct): number {
  switch (conduct.kind) {
    case 'respond': {
      const { silence, head, body } = conduct.pace ?? AT_ONCE
      return silence + head + body
    }
    case 'hang':
    case 'never-read':
      return Infinity
    case 'reset':
    case 'refuse':
      return 0
  }
}

const AT_ONCE: Pace = { silence: 0, head: 0, body: 0 }
