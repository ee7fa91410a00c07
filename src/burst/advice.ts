/** What to do about a burst: which tool, or which setting, with the figures that speak for it. */
export interface Advice {
  readonly id: AdviceId
  readonly title: string
  readonly text: string
  /** The pages that state its facts; empty where all of it are figures of this burst. */
  readonly source: string
}

export type AdviceId =
  | 'webhook-suits'
  | 'find-the-bound'
  | 'spread'
  | 'bulk-job'
  | 'self-service-flow-steps'
  | 'data-streams'
  | 'priority'
  | 'time-outs'
