import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { BODY_FAULTS } from './body-faults.ts'
import { CONNECTION_FAULTS } from './connection-faults.ts'
import type { Fault } from './fault.ts'
import { STATUS_FAULTS } from './status-faults.ts'
import { VALUE_FAULTS } from './value-faults.ts'

/** Every fault of the embedded endpoint. */
export const FAULTS: readonly Fault[] = [
  ...STATUS_FAULTS,
  ...BODY_FAULTS,
  ...VALUE_FAULTS,
  ...CONNECTION_FAULTS,
]

/** The faults that an endpoint of this webhook can have. */
export function faultsOf({ responseType }: CompiledWebhook): readonly Fault[] {
  return FAULTS.filter(({ only }) => only === undefined || only === responseType)
}
