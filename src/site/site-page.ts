import type { RunbookInput } from '../render/render-runbook.ts'

/** A runbook as a page of the site. */
export interface SitePage {
  /** Relative to the site's folder, with forward slashes. */
  readonly file: string
  readonly html: string
  readonly runbook: RunbookInput
  /** Who has attested it and when, in a few words. */
  readonly attested: string
}
