import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { Conduct } from '../emulate/answer.ts'
import type { Exchange } from '../emulate/call.ts'
import { readOnce, type ExchangeReading } from '../emulate/read-exchange.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { Fault } from '../receiver/fault.ts'
import { faultsOf } from '../receiver/faults.ts'

/** How an answer gets to us: in memory, or over real HTTP. */
export type Answering = (conduct: Conduct) => Promise<Exchange>

/** A fault, and how Marketo ends the call that meets it. */
export interface TriedFault {
  readonly fault: Fault
  readonly reading: ExchangeReading
}

/** All at once, because some take their time; in the order of the list. */
export function tryFaults(
  webhook: CompiledWebhook,
  pinned: AssumptionSet,
  answering: Answering,
): Promise<readonly TriedFault[]> {
  return Promise.all(
    faultsOf(webhook).map(async (fault) => {
      const exchange = await answering(fault.conduct(webhook))
      return { fault, reading: readOnce(webhook, exchange, pinned) }
    }),
  )
}
