import type { Cause } from './cause.ts'
import type { PayloadCount } from './payload/payload-counter.ts'
import type { Trend } from './trend.ts'

/** What an export says, before it is written in any form: nothing in it is a person's. */
export interface TriageReport {
  readonly calls: number
  readonly failed: number
  /** Different people, counted exactly. */
  readonly leads: number
  readonly callsWithoutLead: number
  /** Activities of other types, passed over. */
  readonly others: number
  readonly damaged: DamageReport
  readonly times: TimeReport
  /** What a reader should know, a sentence each. */
  readonly notices: readonly string[]
  /** By webhook; what failed first, then by the number of calls. */
  readonly groups: readonly ReportedGroup[]
  readonly payloads: readonly PayloadCount[]
  /** Fine enough for a picture. */
  readonly trend: Trend
  /** The same in fewer parts, for lines of text. */
  readonly outline: Trend
  /** How many people are to be sent again, and how many not. */
  readonly again: { readonly resend: number; readonly keep: number }
}

export interface DamageReport {
  readonly count: number
  /** The first few. */
  readonly first: readonly { readonly place: string; readonly reason: string }[]
}

/** When the calls were made, in UTC where the export says so, and as it writes them where not. */
export interface TimeReport {
  readonly first: number | undefined
  readonly last: number | undefined
  readonly zone: 'utc' | 'unknown' | 'mixed' | 'none'
  readonly unreadable: number
  readonly isDoubtful: boolean
}

export interface ReportedGroup {
  readonly webhook: string
  /** The program that defines it; undefined where no definition of the project has this name. */
  readonly program: string | undefined
  readonly page: string | undefined
  readonly status: string
  readonly errorType: string
  readonly cause: Cause
  readonly calls: number
  readonly leads: number
  /** A few calls as they stand in the export, only where values were asked for. */
  readonly examples: readonly CallExample[]
}

export interface CallExample {
  readonly lead: number | undefined
  readonly time: string
  readonly errorType: string
  readonly response: string
}
