/** One Call Webhook activity (type 110) of an export, whatever the form of the export. */
export interface CallRow {
  /** Undefined where the export names no person, or not by a number. */
  readonly lead: number | undefined
  readonly time: ActivityTime | undefined
  readonly webhook: string
  readonly errorType: string
  readonly response: string
  /** What was sent; undefined where the export does not have it. */
  readonly payload: string | undefined
}

/** A time as an export has it. */
export interface ActivityTime {
  /** Since the epoch; a time without a zone is read as if it were in UTC. */
  readonly milliseconds: number
  readonly hasZone: boolean
  /** `3/4/2026` is read as month and day, and might be day and month. */
  readonly isDoubtful: boolean
}

/** Takes what a reader finds in an export, in its order. */
export interface RowSink {
  readonly call: (row: CallRow) => void
  /** An activity of another type. */
  readonly other: () => void
  /** Something that cannot be read and is left out: where it stands, and why. */
  readonly damaged: (place: string, reason: string) => void
  /** Something that a reader of the result should know, once. */
  readonly notice: (sentence: string) => void
}

/** Reads an export piece by piece. */
export interface ExportReader {
  readonly add: (text: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** An export that cannot be read at all: what is wrong and what to do, in one sentence. */
export class UnreadableExport extends Error {
  override readonly name = 'UnreadableExport'
}
