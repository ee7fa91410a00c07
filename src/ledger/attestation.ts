/**
 * A line of the ledger: somebody says that this state of a program is in Marketo.
 * It holds fingerprints and names, and no value: neither of a field of Marketo nor of a secret.
 */
export interface Attestation {
  readonly formatVersion: typeof LEDGER_FORMAT
  readonly program: string
  readonly environment: string
  readonly revision: number
  /** Of what the deployment means to Marketo, as on its runbook. */
  readonly fingerprint: string
  /** Of the definition without what environments set: the same in sandbox and production for the same revision. */
  readonly definition: string
  /** Whether nothing was left to do after it: every step stood as this definition wants it. */
  readonly isComplete: boolean
  /** The commit that holds the definition; undefined outside a repository, and where it was not committed. */
  readonly commit: string | undefined
  /** Whoever attests, as a name. */
  readonly by: string
  /** In UTC, as `2026-11-26T14:20:00.000Z`. */
  readonly at: string
  /** Of each step that is done, by its id: the fingerprint of what it puts into Marketo. */
  readonly steps: Readonly<Record<string, string>>
  /** Ids of steps whose work is not in Marketo any more: it was taken out. */
  readonly removed: readonly string[]
  /**
   * What the screens call the things of the program, by the beginning of their steps' ids
   * (`webhook.crm-lead-sync`): a plan can name them when the definition is gone.
   */
  readonly names: Readonly<Record<string, string>>
}

/** Goes up when a reader of the earlier format would misread a line; every earlier format stays readable. */
export const LEDGER_FORMAT = 1
