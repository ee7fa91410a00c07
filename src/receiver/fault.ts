import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Conduct } from '../emulate/answer.ts'
import type { Outcome } from '../emulate/call.ts'

/** Something that real endpoints do, and how Marketo must end such a call. */
export interface Fault {
  readonly id: string
  /** What the endpoint does: goes on after "the endpoint …". */
  readonly summary: string
  /** The outcomes that are right; a fault may be none for some webhooks (no mapping, no body read). */
  readonly outcomes: readonly Outcome['status'][]
  /** Whether the answer still says, truthfully, that the work was done. */
  readonly isSuccess: boolean
  /** The assumption that decides what Marketo makes of it, where no source does. */
  readonly restsOn?: string
  /** The only Response type for which it is a fault of its own; every one when not given. */
  readonly only?: CompiledWebhook['responseType']
  readonly conduct: (webhook: CompiledWebhook) => Conduct
}
