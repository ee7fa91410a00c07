import type { Span } from '../base/span.ts'
import type { Call } from '../emulate/call.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import type { Campaign, Filter, Trigger } from '../model/campaign.ts'
import type { CallEnd } from './call-ends.ts'
import type { Occurrence } from './occurrence.ts'

/** Something that happens in a run: a fact, not yet a sentence. */
export type Act =
  | { readonly kind: 'occurred'; readonly occurrence: Occurrence }
  | { readonly kind: 'began'; readonly trigger: Trigger }
  | { readonly kind: 'kept-out'; readonly by: Hindrance }
  | { readonly kind: 'supposed'; readonly doubt: Doubt; readonly isTrue: boolean }
  | {
      readonly kind: 'changed'
      readonly field: string
      readonly from: TokenValue
      readonly to: TokenValue
      readonly by: 'step' | 'response'
    }
  | {
      readonly kind: 'unchanged'
      readonly field: string
      readonly value: TokenValue
      readonly by: 'step' | 'response'
    }
  | {
      readonly kind: 'called'
      readonly webhook: string
      readonly name: string
      readonly end: CallEnd
      /** Whether Marketo could know that the endpoint did its work. */
      readonly isSuccess: boolean
      readonly call: Call
      /** The values that tell one fact from another; undefined where the definition declares none, or they cannot be read. */
      readonly key: string | undefined
    }
  | { readonly kind: 'not-called'; readonly name: string; readonly because: string }
  | { readonly kind: 'waited'; readonly minutes: number }
  | { readonly kind: 'wait-ignored'; readonly text: string }
  | { readonly kind: 'alerted'; readonly to: string | undefined }
  | { readonly kind: 'listed'; readonly list: string; readonly isNew: boolean }
  | { readonly kind: 'unlisted'; readonly list: string; readonly wasMember: boolean }
  | { readonly kind: 'requested'; readonly name: string; readonly isHeard: boolean }
  | { readonly kind: 'executed'; readonly name: string }
  | { readonly kind: 'moved'; readonly name: 'program' | 'revenue'; readonly to: string }
  | { readonly kind: 'did-nothing'; readonly step: string }
  /** A step that changes nothing that a program's campaigns can see, such as Send Email. */
  | { readonly kind: 'did-other'; readonly step: string; readonly what: string | undefined }
  | { readonly kind: 'removed' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'switched-off'; readonly months: number }

/** An act with its time and its place. */
export type TimedAct = Act & {
  /** Minutes since the run began. */
  readonly minute: number
  /** In whose flow it happens; undefined for what comes from outside, and for what a response writes. */
  readonly campaign: Campaign | undefined
  /** What in the definition makes it happen. */
  readonly at: Span | undefined
}

/** What keeps a person out of a campaign whose trigger has heard. */
export type Hindrance =
  | { readonly kind: 'filter'; readonly filter: Filter | undefined }
  | { readonly kind: 'qualification'; readonly rule: string; readonly isStated: boolean }

/** Something that the definition does not tell: a run that goes on from here supposes an answer. */
export type Doubt =
  | { readonly kind: 'filter'; readonly filter: Filter | undefined }
  | { readonly kind: 'trigger'; readonly trigger: Trigger }
  | { readonly kind: 'choice'; readonly filter: Filter }
  | { readonly kind: 'elsewhere'; readonly name: string }
  | { readonly kind: 'step'; readonly name: string }
