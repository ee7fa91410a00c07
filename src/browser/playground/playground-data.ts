import type { SentWebhook } from '../../compile/compiled-program.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { TokenValue } from '../../marketo/token-value.ts'

/**
 * What a page carries so that its reader can try values: webhooks as they are sent, without places in
 * sources and without anything secret. It is plain JSON.
 */
export interface PlaygroundData {
  /** What the project has settled; the rest is assumed. */
  readonly pinned: AssumptionSet
  readonly webhooks: readonly PlaygroundWebhook[]
}

export interface PlaygroundWebhook extends Pick<
  SentWebhook,
  'id' | 'method' | 'encoding' | 'bodyFormat'
> {
  /** As the screen shows it. */
  readonly name: string
  readonly url: string
  readonly template?: string
  readonly headers: readonly PlaygroundHeader[]
  /** Every token once, in the order of the dialog. */
  readonly tokens: readonly PlaygroundToken[]
  readonly schema: PlaygroundSchema
}

export type PlaygroundHeader =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secret: string; readonly format: string }

/** `judged`: the page holds the code that checks its request schema. */
export type PlaygroundSchema = 'none' | 'judged' | 'not-judged'

/** A token with the field behind it, and values to begin with. */
export interface PlaygroundToken {
  readonly key: string
  /** `lead.First Name`, as the template has it. */
  readonly label: string
  readonly field: PlaygroundField
  /** True where the value comes from the person, false where it is the same for every lead. */
  readonly isVaried: boolean
  /** Of the invented lead that samples are made from. */
  readonly example: TokenValue
  /** Short and harmless: what the structure of a request is compared with. */
  readonly plain: TokenValue
}

/** As much of a field as decides what its token shows and what it can hold. */
export type PlaygroundField = Pick<FieldDefinition, 'owner' | 'type' | 'isAlwaysSet'> & {
  readonly length?: number
}
