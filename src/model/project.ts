import type { Located, LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import type { Severity } from '../diagnostic/finding.ts'

/** Which lint rules are on: `recommended` finds mistakes, `strict` also what could be left out at a price. */
export type LintProfile = 'recommended' | 'strict'

/** The project file: what all programs share. */
export interface Project {
  readonly file: string
  readonly name: LocatedText
  readonly owner: LocatedText | undefined
  readonly alerts: Alerts
  readonly subscriptions: readonly Subscription[]
  readonly environments: readonly Environment[]
  readonly secrets: readonly Secret[]
  readonly pinnedAssumptions: readonly PinnedAssumption[]
  /** Public hosts that `fire` and `test --endpoint` may call besides the loopback ones. */
  readonly allowedHosts: readonly LocatedText[]
  /** Hosts of the project's own network that they may call too. */
  readonly privateHosts: readonly LocatedText[]
  /** The folder of found cases, relative to the project file; undefined for the usual one. */
  readonly foundFolder: LocatedText | undefined
  /** Breaks of contracts that are accepted. */
  readonly approvedBreaks: readonly ApprovedBreak[]
  /** Rule id to severity, or `off`. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  /** Where each of them is written, for those that name no rule. */
  readonly severityKeys: readonly LocatedText[]
  readonly profile: LintProfile
}

/** One Marketo instance: one list of webhooks. */
export interface Subscription {
  readonly id: LocatedText
  readonly stage: Located<'sandbox' | 'production'>
  readonly munchkin: LocatedText | undefined
  readonly promotesFrom: LocatedText | undefined
}

/** One workspace of a subscription; what `--env` takes. */
export interface Environment {
  readonly id: LocatedText
  readonly subscription: LocatedText
  readonly workspace: LocatedText | undefined
  readonly region: LocatedText | undefined
  readonly businessUnit: LocatedText | undefined
}

/** A reference to a secret; its value never enters the repository, an output or a log. */
export interface Secret {
  readonly id: LocatedText
  readonly purpose: LocatedText | undefined
  readonly owner: LocatedText | undefined
  readonly rotateEvery: LocatedText | undefined
  readonly overlap: LocatedText | undefined
  /** By subscription: an ISO date. */
  readonly expires: readonly Entry[]
  /** By subscription: `env:NAME`. */
  readonly from: readonly Entry[]
}

/** A break of a contract that everybody concerned has agreed to. */
export interface ApprovedBreak {
  readonly at: Span
  /** As `hookbook compatibility` prints it. */
  readonly fingerprint: LocatedText
  readonly reason: LocatedText
  /** The last day on which it holds; undefined where it has no end. */
  readonly until: LocatedText | undefined
}

/** An assumption that this project has settled, with its evidence. */
export interface PinnedAssumption {
  readonly id: LocatedText
  readonly value: LocatedText
  readonly evidence: LocatedText
}

export interface Alerts {
  readonly email: LocatedText | undefined
  readonly escalation: LocatedText | undefined
}

/** How often a runbook is read through by its owner, and when that was done last. */
export interface Review {
  readonly every: LocatedText | undefined
  /** A day, as 2026-11-01; undefined when nobody has stated a review. */
  readonly last: LocatedText | undefined
}

/** A key and a text, each with its place. */
export interface Entry {
  readonly key: LocatedText
  readonly value: LocatedText
  readonly at: Span
}
