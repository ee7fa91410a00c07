/** What happens to one person, from the event that starts it until nothing is left to do: each act in its order. */
export interface CampaignRun {
  readonly events: readonly RunEvent[]
}

/** Something that happens, with the time in minutes since the run began. */
export interface RunEvent {
  readonly minute: number
  /** The id of the campaign in whose flow it happens; undefined for what comes from outside. */
  readonly campaign: string | undefined
  /** One sentence, as a person reads it. */
  readonly sentence: string
}
