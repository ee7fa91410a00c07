import type { Finding, Severity } from '../diagnostic/finding.ts'
import type { PlacedToken } from '../marketo/body-formats/body-format.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { TokenKind } from '../marketo/tokens/token-kind.ts'
import type { LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import type { Campaign, Filter, FlowStep, Trigger } from '../model/campaign.ts'
import type { DefinedProgram, Program } from '../model/program.ts'
import type { LintProfile, Project } from '../model/project.ts'
import type { Header, Mapping, Webhook } from '../model/webhook.ts'
import type { ProgramFamily } from '../model/workspace.ts'

export type RuleCategory =
  | 'tokens'
  | 'payload'
  | 'request'
  | 'response'
  | 'campaign'
  | 'security'
  | 'privacy'
  | 'contract'
  | 'project'

/** How loud a rule is in each profile, where that differs. */
export type SeverityByProfile = Readonly<Record<LintProfile, Severity | 'off'>>

/** One check of the linter. A rule is one file; `rules.ts` lists them; its page is `docs/rules/<id>.md`. */
export interface Rule {
  /** Says the good state, kebab-case; never reused. */
  readonly id: string
  readonly severity: Severity | SeverityByProfile
  readonly category: RuleCategory
  /** The good state in one sentence. */
  readonly summary: string
  /** Why it matters and where the fact behind it comes from: Markdown, one sentence a line. */
  readonly why: string
  readonly visit: Visitor
}

/** What a rule has found: nothing, a finding, or several. Mostly it is nothing, which should cost nothing. */
export type Found = Finding | Iterable<Finding> | undefined

/**
 * What a rule may look at. The traversal calls each once for each thing, in the order of the definition.
 * What several environments get alike is one thing, so that nothing but `deployment` knows an environment.
 */
export interface Visitor {
  readonly project?: (project: Project, context: FamilyContext) => Found
  readonly family?: (family: ProgramFamily, context: FamilyContext) => Found
  readonly deployment?: (program: Program, context: FamilyContext) => Found
  readonly program?: (program: DefinedProgram, context: ProgramContext) => Found
  readonly webhook?: (webhook: Webhook, context: WebhookContext) => Found
  readonly header?: (header: Header, context: WebhookContext) => Found
  readonly token?: (token: SeenToken, context: WebhookContext) => Found
  readonly mapping?: (mapping: Mapping, context: WebhookContext) => Found
  readonly campaign?: (campaign: Campaign, context: ProgramContext) => Found
  readonly trigger?: (trigger: Trigger, context: CampaignContext) => Found
  readonly filter?: (filter: Filter, context: CampaignContext) => Found
  readonly step?: (step: FlowStep, context: CampaignContext) => Found
}

export interface FamilyContext {
  readonly project: Project
  /** Every program of the project, this one among them. */
  readonly families: readonly ProgramFamily[]
}

export interface ProgramContext {
  readonly project: Project
  readonly program: DefinedProgram
}

export interface CampaignContext extends ProgramContext {
  readonly campaign: Campaign
  /** Position of a step in its flow; -1 outside the flow. */
  readonly stepIndex: number
}

export interface WebhookContext extends ProgramContext {
  readonly webhook: Webhook
  /** The campaigns of the program that call this webhook. */
  readonly callers: readonly Campaign[]
}

/** A token where it is used in a webhook, with all that is known about it. */
export interface SeenToken {
  readonly part: 'url' | 'template' | 'header'
  readonly text: LocatedText
  readonly placed: PlacedToken
  readonly at: Span
  /** Undefined for an unknown namespace. */
  readonly kind: TokenKind | undefined
  /** Undefined for an unknown name. */
  readonly field: FieldDefinition | undefined
}
