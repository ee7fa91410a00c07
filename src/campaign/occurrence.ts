import type { TokenValue } from '../marketo/token-value.ts'
import type { Campaign, Trigger } from '../model/campaign.ts'

/** Something that happens to a person and that triggers can hear. */
export type Occurrence =
  /** What comes from outside, such as a form that is filled out: it is what a trigger waits for. */
  | { readonly kind: 'outside'; readonly campaign: Campaign; readonly trigger: Trigger }
  /** A field or a score has really changed. */
  | {
      readonly kind: 'change'
      readonly field: string
      readonly from: TokenValue
      readonly to: TokenValue
    }
  | {
      readonly kind: 'called'
      readonly webhook: string
      readonly response: string
      /** What it may be, as far as sources say; undefined where no source says anything. */
      readonly errorTypes: readonly string[] | undefined
    }
  | { readonly kind: 'requested'; readonly campaign: Campaign; readonly by: 'flow' | 'person' }
  /** People send somebody again whose call has failed, by the webhook of that name. */
  | { readonly kind: 'again'; readonly webhook: string }
  | { readonly kind: 'listed'; readonly list: string }
  | { readonly kind: 'status'; readonly name: 'program' | 'revenue'; readonly to: string }
  | { readonly kind: 'moment'; readonly type: string }
