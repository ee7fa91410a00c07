import type { CompiledWebhook } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'

/** A webhook of the project, by the name that the screens and activities show. */
export interface KnownWebhook {
  readonly name: string
  readonly program: string
  /** As each environment gets it, what is equal only once; the first one judges responses. */
  readonly variants: readonly CompiledWebhook[]
  readonly pinned: AssumptionSet
  /** The runbook of one of its environments, as a path. */
  readonly page: string
  /** Templates by which a payload is recognised, the current ones first. */
  readonly templates: readonly KnownTemplate[]
  /** Whether every earlier revision that was ever attested could be read. */
  readonly isHistoryKnown: boolean
}

/** A template as some revision has it. */
export interface KnownTemplate {
  readonly revision: number
  readonly isCurrent: boolean
  readonly webhook: Pick<CompiledWebhook, 'template' | 'encoding'>
}
