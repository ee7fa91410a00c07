import type { CampaignRun } from './campaign-run.ts'
import type { Person } from './person.ts'

/** A run with what it began with: what is printed. */
export interface Simulation {
  readonly program: string
  readonly environment: string
  /** The name of the fixture lead. */
  readonly lead: string
  readonly before: Person
  /** How the calls end, one after the other. */
  readonly ends: readonly string[]
  readonly run: CampaignRun
  /** The assumptions that decide about the order of things, with their values. */
  readonly assumptions: Readonly<Record<string, string>>
  /** Display names of the fields that responses write. */
  readonly mapped: readonly string[]
}
