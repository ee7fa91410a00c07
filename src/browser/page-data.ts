import type { PlaygroundData } from './playground/playground-data.ts'

/** What a page says of itself, as JSON in the page, for the script that runs in it. No value of a real lead, no secret. */
export interface PageData {
  readonly program: string
  readonly environment: string
  readonly revision: number
  /** Of the meaning of the program in this environment: ticks belong to it. */
  readonly fingerprint: string
  /** The day by which the page is to be reviewed, as 2026-11-01: the reader's clock says whether it is over. */
  readonly reviewDue?: string
  /** Every step of the page, in its order. */
  readonly steps: readonly PageStep[]
  /** What the reader can try. */
  readonly playground: PlaygroundData
}

export interface PageStep {
  /** Stable over revisions: `webhook.crm-lead-sync.headers`. */
  readonly id: string
  /** As it stands in the heading: `9.6.1`. */
  readonly number: string
  readonly does: string
}
