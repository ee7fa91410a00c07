import type { Span } from '../base/span.ts'
import type { Actor } from '../marketo/actor.ts'

/** What a change is about, in Marketo's terms. */
export type ChangeKind =
  | 'environment'
  | 'webhook'
  | 'payload'
  | 'encoding'
  | 'url'
  | 'method'
  | 'header'
  | 'secret'
  | 'response-type'
  | 'mapping'
  | 'success'
  | 'contract'
  | 'field'
  | 'my-token'
  | 'program'
  | 'campaign'
  | 'trigger'
  | 'filter'
  | 'qualification'
  | 'flow'
  | 'access'
  | 'text'

export type Motion = 'added' | 'removed' | 'renamed' | 'moved' | 'changed'

/** breaking: what worked may fail until the other side follows. additive: nothing that worked fails. neutral: no call differs. */
export type Impact = 'breaking' | 'additive' | 'neutral'

/** Which side goes first, so that no call fails in between. */
export type Rollout = 'endpoint-first' | 'marketo-first' | 'any'

/** One difference in meaning between two revisions of a program: comments, layout and file names make none. */
export interface Change {
  /** Stable within a comparison, and the same for the same change of a later commit: `webhook.crm-lead-sync.payload.region`. */
  readonly id: string
  readonly kind: ChangeKind
  readonly motion: Motion
  readonly program: string
  /** Where it makes this difference; sorted. */
  readonly environments: readonly string[]
  /** One sentence without a final period, in the words of Marketo's screens. */
  readonly what: string
  /** The values as a reader types them, never a secret; undefined where there was, or is, none. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Who has something to do; empty where nobody has. */
  readonly actors: readonly Actor[]
  readonly impact: Impact
  readonly rollout: Rollout
  /** Where the new definition says so; undefined for what is gone. */
  readonly at: Span | undefined
  /** Where the old definition said so; undefined for what is new. */
  readonly wasAt: Span | undefined
}
