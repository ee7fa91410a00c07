import type { CompiledProgram, CompiledWebhook } from '../../compile/compiled-program.ts'

/** A webhook whose endpoint is served, and the program that it belongs to. */
export interface ServedWebhook {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
}
