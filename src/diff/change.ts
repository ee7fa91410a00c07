import type { Span } from '../base/span.ts'
import type { Actor } from '../marketo/actor.ts'

/** What a change is about, in Marketo's terms; in the order in which they are told. */
export type ChangeKind =
  | 'program'
  | 'environment'
  | 'access'
  | 'field'
  | 'my-token'
  | 'webhook'
  | 'url'
  | 'method'
  | 'encoding'
  | 'payload'
  | 'response-type'
  | 'header'
  | 'secret'
  | 'mapping'
  | 'contract'
  | 'success'
  | 'campaign'
  | 'trigger'
  | 'filter'
  | 'flow'
  | 'qualification'
  | 'setting'
  | 'text'

export type Motion = 'added' | 'removed' | 'renamed' | 'moved' | 'changed'

/** breaking: what worked may fail until the other side follows. additive: nothing that worked fails. neutral: no call differs. */
export type Impact = 'breaking' | 'additive' | 'neutral'

/** Which side goes first, so that no call fails in between. */
export type Rollout = 'endpoint-first' | 'marketo-first' | 'any'

/** What a change belongs to: readers look for their webhook or campaign. */
export type Subject =
  { readonly kind: 'program' } | { readonly kind: 'webhook' | 'campaign'; readonly id: string }

/** What follows from a change. */
export interface Consequence {
  /** Who has something to do; empty where nobody has. */
  readonly actors: readonly Actor[]
  readonly impact: Impact
  readonly rollout: Rollout
  /** Why, as a clause: `the endpoint must accept it before it is sent`. Empty where nothing follows. */
  readonly because: string
}

/** One difference in meaning between two revisions of a program: comments, layout and file names make none. */
export interface Change extends Consequence {
  /** Stable within a comparison, and the same for the same change of a later commit: `webhook.crm-lead-sync.payload.region`. */
  readonly id: string
  readonly kind: ChangeKind
  readonly motion: Motion
  /** Empty for what belongs to the project as a whole. */
  readonly program: string
  readonly subject: Subject
  /** Where it makes this difference; sorted. Empty for what belongs to no environment. */
  readonly environments: readonly string[]
  /** What it is about, in the words of Marketo's screens, without the values: `payload field region`. */
  readonly what: string
  /** The values as a reader types them, never a secret; undefined where there was, or is, none. Texts may have several lines. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Ids of the steps of the set-up whose result is not the same any more. */
  readonly steps: readonly string[]
  /** Where the new definition says so; undefined for what is gone. */
  readonly at: Span | undefined
  /** Where the old definition said so; undefined for what is new. */
  readonly wasAt: Span | undefined
}

/** A change before it is known in which environments of which program it is made. */
export type Draft = Omit<Change, 'program' | 'environments'>
