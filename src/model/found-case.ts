import { fingerprint } from '../base/fingerprint.ts'
import type { TokenValue } from '../marketo/token-value.ts'

/** A failure that was found once and lives on as a test: `fixtures/found/<id>.json`. */
export interface FoundCase {
  readonly id: string
  /** `fixed` once it has passed: from then on it guards against the same mistake. */
  readonly status: 'open' | 'fixed'
  /** The lead that found it, before it was made smaller. */
  readonly seed: number
  readonly path: string
  readonly context: FoundContext
  /** The smallest lead that fails, by token name; what it does not name is unset, or plain where it cannot be. */
  readonly lead: Readonly<Record<string, TokenValue>>
  /** What went out when it was found, secrets masked. */
  readonly request: FoundRequest
  /** What was wrong, in words. */
  readonly verdict: string
}

/** Where a case arose, and what tells it from all others. */
export interface FoundContext {
  readonly program: string
  readonly environment: string
  readonly webhook: string
  readonly check: string
  /** Checks that fail for the same reason have the same cause. */
  readonly cause: string
  /** Undefined where no token is to blame. */
  readonly token: string | undefined
  /** `id: value`, where it does not always arise. */
  readonly assumptions: readonly string[]
}

/** A request as it goes out. */
export interface FoundRequest {
  readonly method: string
  readonly url: string
  /** `Name: value`, in their order. */
  readonly headers: readonly string[]
  /** Sent as UTF-8; undefined for a request without a body. */
  readonly body: string | undefined
}

export const FOUND_FORMAT = 1

/** The same failure has the same id, whichever lead finds it and whichever check of its cause speaks. */
export function foundId(
  context: Pick<FoundContext, 'program' | 'environment' | 'webhook' | 'cause' | 'token'>,
): string {
  const { program, environment, webhook, cause, token } = context
  const identity = [program, environment, webhook, cause, token?.toLowerCase() ?? null]
  return fingerprint(identity).slice(0, 12)
}

/** A case as it stands in its file, which `readFoundCase` reads back. */
export function foundDocument(found: FoundCase): unknown {
  return { formatVersion: FOUND_FORMAT, ...found }
}
