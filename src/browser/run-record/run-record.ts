/** The first line of defence against other files: a reader of version 1 reads nothing else. */
export const RUN_FORMAT = 'hookbook-run/1'

/** Which page a run belongs to: ticks of one fingerprint say nothing about another. */
export interface PageIdentity {
  readonly program: string
  readonly environment: string
  readonly revision: number
  readonly fingerprint: string
}

/** What somebody has done with a page, step by step. `docs/run-record.md` explains the file. */
export interface RunRecord extends PageIdentity {
  readonly format: typeof RUN_FORMAT
  /** Name or initials of who keeps this record; empty as long as nobody has said. */
  readonly who: string
  readonly startedAt: string
  /** Everything that was ever marked, oldest first: a later mark of a step replaces the earlier, and both stay. */
  readonly steps: readonly StepMark[]
  /** Every value that was pasted back and found the same; never the value itself. */
  readonly checks: readonly CheckMark[]
}

/** `open`: a mark was taken back. */
export type StepState = 'done' | 'failed' | 'skipped' | 'open'

export const STEP_STATES: readonly StepState[] = ['done', 'failed', 'skipped', 'open']

export interface StepMark {
  readonly id: string
  readonly state: StepState
  /** `2026-11-26T14:20:00.000Z`. */
  readonly at: string
  readonly who: string
  readonly note?: string
}

/** What Marketo holds was compared with the page, letter by letter, and was the same. */
export interface CheckMark {
  /** The step in which the value is entered. */
  readonly id: string
  /** The field on the screen: `Template`. */
  readonly label: string
  readonly result: 'same'
  readonly at: string
  readonly who: string
}

/** A run of which nothing is done yet. */
export function startRun(page: PageIdentity, who: string, now: Date): RunRecord {
  const { program, environment, revision, fingerprint } = page
  return {
    format: RUN_FORMAT,
    program,
    environment,
    revision,
    fingerprint,
    who,
    startedAt: now.toISOString(),
    steps: [],
    checks: [],
  }
}

/** The record as a file. */
export function writeRunRecord(record: RunRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`
}
