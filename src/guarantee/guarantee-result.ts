import type { Span } from '../base/span.ts'
import type { CampaignRun } from '../campaign/campaign-run.ts'

/** Whether a promise holds for every outcome and order of events within the bound. */
export type GuaranteeResult =
  | { readonly status: 'proven'; readonly at: Span; readonly runs: number }
  /** With the shortest run that breaks it. */
  | { readonly status: 'refuted'; readonly at: Span; readonly run: CampaignRun }
