import type { Located, LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import type { PersonalClass } from '../marketo/fields/personal-class.ts'
import type { FieldTypeName } from '../marketo/field-types/field-type.ts'
import type { MyTokenType } from '../marketo/tokens/token-kind.ts'
import type { Campaign } from './campaign.ts'
import type { Alerts, Environment, PinnedAssumption, Review, Subscription } from './project.ts'
import type { Purpose } from './purpose.ts'
import type { Webhook } from './webhook.ts'

/** A program as one environment gets it. */
export interface Program extends DefinedProgram {
  readonly environment: Environment
  readonly subscription: Subscription
}

/** What a program says, merged over all layers, variables substituted: environments may get the same. */
export interface DefinedProgram {
  readonly id: LocatedText
  /** Path of its program file. */
  readonly file: string
  readonly at: Span
  readonly title: LocatedText
  readonly summary: LocatedText | undefined
  readonly revision: Located<number>
  readonly owner: LocatedText | undefined
  readonly alerts: Alerts
  readonly review: Review | undefined
  /** What personal data is sent for, by webhooks that do not say it themselves. */
  readonly purpose: Purpose | undefined
  readonly fields: readonly CustomField[]
  readonly webhooks: readonly Webhook[]
  /** The Marketo program that holds the campaigns; undefined when they stand in no program. */
  readonly home: MarketoProgram | undefined
  readonly campaigns: readonly Campaign[]
  readonly launchpoint: LaunchPoint | undefined
  readonly guarantees: readonly Guarantee[]
  /** The project's and this program's own. */
  readonly pinnedAssumptions: readonly PinnedAssumption[]
}

export interface CustomField {
  readonly at: Span
  readonly displayName: LocatedText
  readonly object: Located<'person' | 'company' | 'program member'>
  readonly rest: LocatedText
  readonly soap: LocatedText | undefined
  readonly type: Located<FieldTypeName>
  readonly length: Located<number> | undefined
  /** The class of personal data that it holds, where the definition says so. */
  readonly personal: Located<PersonalClass | 'none'> | undefined
}

export interface MarketoProgram {
  readonly template: LocatedText | undefined
  readonly folder: LocatedText | undefined
  readonly tokens: readonly MyToken[]
}

export interface MyToken {
  readonly name: LocatedText
  readonly type: Located<MyTokenType>
  readonly value: LocatedText
}

/** What an endpoint needs that answers later, through the REST API. */
export interface LaunchPoint {
  readonly at: Span
  readonly service: LocatedText
  readonly role: { readonly name: LocatedText; readonly permissions: readonly LocatedText[] }
  readonly user: LocatedText
}

/** A promise about every outcome of every call. */
export type Guarantee =
  | {
      readonly kind: 'never'
      readonly at: Span
      readonly never: FieldState
      readonly unless: FieldState
    }
  | { readonly kind: 'sentence'; readonly sentence: LocatedText }

export interface FieldState {
  readonly field: LocatedText
  readonly is: Located<string | number | boolean>
}
