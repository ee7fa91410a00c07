import type { Answer, Conduct } from '../emulate/answer.ts'
import type { HttpRequest } from '../emulate/call.ts'

/** How an endpoint answers each request. */
export type ServerBehavior = (request: HttpRequest) => Answer

/** Serves on loopback: by request, or with one conduct for every connection. */
export type Serve = (behavior: ServerBehavior | Conduct) => Promise<HostServer>

/** An endpoint on loopback. */
export interface HostServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  readonly close: () => Promise<void>
}
