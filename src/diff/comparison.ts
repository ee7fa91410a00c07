import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { Campaign } from '../model/campaign.ts'
import type { Project } from '../model/project.ts'
import type { Webhook } from '../model/webhook.ts'
import type { Deployment } from '../model/workspace.ts'
import type { Draft } from './change.ts'

/** A program in one environment, at one of the two ends. */
export interface ProgramSide {
  readonly compiled: CompiledProgram
  readonly project: Project
  /** The merged definition, in which variables stand with their places. */
  readonly merged: Deployment['merged']
  /** What was read, by path. */
  readonly files: ReadonlyMap<string, string>
}

/** A program at one of the two ends, as each of its environments gets it. */
export interface Family {
  readonly id: string
  readonly sides: readonly ProgramSide[]
}

/** A program in one environment, before and after. */
export interface ProgramPair {
  readonly base: ProgramSide
  readonly head: ProgramSide
}

/** A webhook at one of the two ends: as it is defined and as it is compiled. */
export interface WebhookSide {
  readonly defined: Webhook
  readonly compiled: CompiledWebhook
}

export interface WebhookPair {
  /** The id that the new definition gives it. */
  readonly id: string
  readonly base: WebhookSide
  readonly head: WebhookSide
  readonly programs: ProgramPair
}

export interface CampaignPair {
  readonly id: string
  readonly base: Campaign
  readonly head: Campaign
}

/** Compares one aspect of two things. The lists of aspects are in `diff-program.ts`, `diff-webhooks.ts` and `diff-campaigns.ts`. */
export type Aspect<Pair> = (pair: Pair) => readonly Draft[]
