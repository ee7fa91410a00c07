import type { HttpRequest } from '../emulate/call.ts'

/** A request that a definition is to be written from, and what is not known of it. */
export interface ImportedRequest {
  readonly request: HttpRequest
  /** One sentence each. */
  readonly unknown: readonly string[]
}
