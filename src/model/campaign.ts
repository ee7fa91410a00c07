import type { Located, LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'

/** A smart campaign: who enters (triggers or a schedule, filters), how often, and what happens. */
export interface Campaign {
  readonly id: LocatedText
  readonly at: Span
  readonly name: LocatedText
  readonly triggers: readonly Trigger[]
  /** A recurrence makes a campaign a batch campaign, which cannot call webhooks. */
  readonly schedule: LocatedText | undefined
  /** True for an executable campaign, which cannot call webhooks either. */
  readonly isExecutable: boolean
  readonly filters: readonly Filter[]
  /** `all`, `any`, or Marketo's advanced logic (`1 and (2 or 3)`). */
  readonly filterLogic: LocatedText | undefined
  readonly qualification: LocatedText | undefined
  readonly priority: LocatedText | undefined
  readonly flow: readonly FlowStep[]
}

/** A trigger by its name on the screen, with its constraints by key (`attribute`, `newValue`, `webhook`, …). */
export interface Trigger {
  readonly id: LocatedText
  readonly at: Span
  readonly trigger: LocatedText
  readonly constraints: readonly Constraint[]
}

export interface Filter {
  readonly id: LocatedText
  readonly at: Span
  /** A field's display name, or an activity filter's name. */
  readonly filter: LocatedText
  readonly operator: LocatedText | undefined
  readonly value: Located<string | number | boolean> | undefined
  readonly constraints: readonly Constraint[]
}

export interface Constraint {
  readonly name: LocatedText
  readonly operator: LocatedText | undefined
  readonly value: Located<string | number | boolean>
}

/** One act of the flow. Choices are tried in order; the step's own settings are the default choice. */
export interface FlowStep {
  readonly id: LocatedText
  readonly at: Span
  /** The step's name on the screen, for example `Call Webhook`. */
  readonly step: LocatedText
  /** The step's settings by key: `attribute`, `value`, `webhook`, `list`, `to`, `campaign`, `duration`, … */
  readonly settings: readonly Setting[]
  readonly choices: readonly Choice[]
}

export interface Setting {
  readonly name: LocatedText
  readonly value: Located<string | number | boolean>
  /** The value as text, with exact places for the tokens in it. */
  readonly text: LocatedText
}

export interface Choice {
  readonly at: Span
  readonly when: Filter
  readonly settings: readonly Setting[]
}

/** A step's or choice's setting as text, or undefined. */
export function settingOf(
  owner: { readonly settings: readonly Setting[] },
  name: string,
): LocatedText | undefined {
  return owner.settings.find((setting) => setting.name.value === name)?.text
}

/** A trigger's or filter's constraint by name, or undefined. */
export function constraintOf(
  owner: { readonly constraints: readonly Constraint[] },
  name: string,
): Constraint | undefined {
  return owner.constraints.find((constraint) => constraint.name.value === name)
}
