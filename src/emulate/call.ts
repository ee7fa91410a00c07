import type { CompiledMapping } from '../compile/compiled-program.ts'
import type { Settlement } from '../marketo/field-types/settle-acceptance.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** What Marketo holds when a campaign calls: a value for each token key (`lead.email address`, lower case). */
export type Situation = ReadonlyMap<string, TokenValue>

/** A request exactly as it goes out. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Sent as UTF-8; undefined for a request without a body. */
  readonly body: string | undefined
}

export interface HttpResponse {
  readonly status: number
  readonly reason: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** What the network gave back; a transport never throws for what an endpoint does. */
export type Exchange =
  | { readonly status: 'answered'; readonly response: HttpResponse; readonly milliseconds: number }
  | { readonly status: 'timed-out'; readonly milliseconds: number }
  | { readonly status: 'unreachable'; readonly reason: string; readonly milliseconds: number }

/** Sends one request: keeps connections, follows no redirect, unpacks nothing, gives up at the deadline. */
export type Transport = (request: HttpRequest, deadline: Deadline) => Promise<Exchange>

export interface Deadline {
  readonly milliseconds: number
  /** Gives up earlier, when somebody says so; the exchange ends as timed out. */
  readonly signal?: AbortSignal
}

/** How a call ended, as Marketo sees it. */
export type Outcome =
  | { readonly status: 'written'; readonly updates: readonly MappingResult[] }
  | { readonly status: 'refused'; readonly code: number; readonly reason: string }
  /** An empty body: Marketo's own code 1001. */
  | { readonly status: 'empty-body'; readonly code: 1001 }
  /** Called from a batch campaign: Marketo's own code 1000; nothing was sent. */
  | { readonly status: 'batch-campaign'; readonly code: 1000 }
  | { readonly status: 'timed-out'; readonly milliseconds: number }
  | { readonly status: 'unreachable'; readonly reason: string }
  /** A 2xx whose body is not what the Response type says. */
  | { readonly status: 'unmappable'; readonly reason: string }

export interface MappingResult {
  readonly mapping: CompiledMapping
  readonly result: Settlement
}

/** The person's activity of type 110, as far as its attributes are documented. */
export interface CallActivity {
  readonly activityTypeId: 110
  readonly webhook: string
  readonly response: string
  readonly errorType: string
}

export interface Call {
  readonly request: HttpRequest
  readonly exchange: Exchange | undefined
  readonly outcome: Outcome
  readonly activity: CallActivity
}
