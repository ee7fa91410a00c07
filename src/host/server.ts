import type { HttpRequest } from '../emulate/call.ts'

/** What a served endpoint does with a request. */
export type ServerAnswer =
  | {
      readonly kind: 'respond'
      readonly status: number
      readonly reason: string
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: string | Uint8Array
    }
  /** Accepts the request and never answers. */
  | { readonly kind: 'hang' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'reset' }

export type ServerBehavior = (request: HttpRequest) => ServerAnswer

/** An endpoint on loopback. */
export interface HostServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  readonly close: () => Promise<void>
}
