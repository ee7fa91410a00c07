import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Answer, Conduct } from '../../emulate/answer.ts'
import type { HttpRequest } from '../../emulate/call.ts'
import type { Fault } from '../fault.ts'
import { faultsOf } from '../faults.ts'

/** When the endpoint has a fault. None is the rule: faults are only made for those who ask for them. */
export interface FaultPlan {
  /** What every nth request gets; undefined for none. */
  readonly regular: { readonly fault: Fault; readonly every: number } | undefined
  /** Whether a request may ask for a fault by the header `FAULT_HEADER`. */
  readonly mayAsk: boolean
}

export const NO_FAULTS: FaultPlan = { regular: undefined, mayAsk: false }

export const FAULT_HEADER = 'x-hookbook-fault'

export type FaultChoice =
  | { readonly status: 'none' }
  | { readonly status: 'fault'; readonly fault: Fault }
  /** A fault was asked for that an endpoint of this webhook cannot have. */
  | { readonly status: 'unknown' }

/** The fault of a request, if it has one. `nth` counts the requests that could have had one, from 1. */
export function chooseFault(
  { regular, mayAsk }: FaultPlan,
  { headers }: HttpRequest,
  { webhook, nth }: { readonly webhook: CompiledWebhook; readonly nth: number },
): FaultChoice {
  const asked = mayAsk ? headers.find(([name]) => name.toLowerCase() === FAULT_HEADER) : undefined
  const possible = faultsOf(webhook)
  if (asked !== undefined) {
    const fault = possible.find(({ id }) => id === asked[1].trim())
    return fault === undefined ? { status: 'unknown' } : { status: 'fault', fault }
  }
  const isDue = regular !== undefined && nth % regular.every === 0
  return isDue && possible.includes(regular.fault)
    ? { status: 'fault', fault: regular.fault }
    : { status: 'none' }
}

/**
 * A fault as it can be had by a request that has been read already: what never reads never answers, and
 * where nothing should listen, the connection is closed. Marketo sees the same end.
 */
export function faultAnswer({ conduct }: Fault, webhook: CompiledWebhook): Answer {
  return afterReading(conduct(webhook))
}

function afterReading(conduct: Conduct): Answer {
  if (conduct.kind === 'refuse') return { kind: 'reset' }
  return conduct.kind === 'never-read' ? { kind: 'hang' } : conduct
}
